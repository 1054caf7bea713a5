package vault

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// networkMagic are the kinds of file systems that are on another computer, as
// statfs numbers them.
var networkMagic = map[int64]bool{
	unix.NFS_SUPER_MAGIC: true, unix.SMB_SUPER_MAGIC: true, unix.SMB2_SUPER_MAGIC: true, unix.CIFS_SUPER_MAGIC: true,
	unix.V9FS_MAGIC: true, unix.AFS_SUPER_MAGIC: true, unix.AFS_FS_MAGIC: true, unix.CODA_SUPER_MAGIC: true,
	unix.NCP_SUPER_MAGIC: true, unix.CEPH_SUPER_MAGIC: true,
}

// networkFuse are those that run as a program of their own; for statfs they
// are all one kind, in the list of mounts they have names.
var networkFuse = map[string]bool{
	"fuse.sshfs": true, "fuse.rclone": true, "fuse.davfs": true, "fuse.davfs2": true, "fuse.gvfsd-fuse": true,
	"fuse.curlftpfs": true, "fuse.smbnetfs": true, "fuse.s3fs": true, "fuse.gcsfuse": true, "fuse.glusterfs": true,
	"fuse.ceph-fuse": true, "fuse.google-drive-ocamlfuse": true, "fuse.onedriver": true, "fuse.pCloud.fs": true,
	"fuse.kio-fuse": true, "fuse.juicefs": true,
}

// mediumOf tells what kind of medium a folder is on.
func mediumOf(folder string) (RiskKind, error) {
	var at unix.Statfs_t
	if err := unix.Statfs(folder, &at); err != nil {
		return NoRisk, &os.PathError{Op: "statfs", Path: folder, Err: err}
	}
	kind := ""
	if at.Type == unix.FUSE_SUPER_MAGIC {
		mounts, err := os.Open("/proc/self/mountinfo")
		if err != nil {
			return NoRisk, err
		}
		defer mounts.Close()
		if kind, err = mountedAs(mounts, folder); err != nil {
			return NoRisk, err
		}
	}
	return medium(int64(at.Type), int64(at.Flags), kind), nil
}

// medium judges what statfs said and the name of the mount, where it counts.
func medium(magic, flags int64, kind string) RiskKind {
	switch {
	case flags&unix.ST_RDONLY != 0:
		return ReadOnly
	case networkMagic[magic&0xffff_ffff] || networkFuse[kind]: // 32-bit systems extend the sign
		return Network
	}
	return NoRisk
}

// mountedAs finds in the text of /proc/self/mountinfo as what the file system
// of a folder was mounted, such as "fuse.sshfs": the mount that reaches
// furthest down to it, of several the latest. Empty when there is none.
func mountedAs(mounts io.Reader, folder string) (string, error) {
	kind, depth := "", -1
	lines := bufio.NewScanner(mounts)
	for lines.Scan() {
		// 36 35 98:0 /inside /mounted/here rw,noatime shared:1 - fuse.sshfs them:/ rw
		before, after, ok := strings.Cut(lines.Text(), " - ")
		fields, rest := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(rest) < 1 {
			continue
		}
		point := unescape.Replace(fields[4])
		parts, inside := underneath(folder, point)
		if inside && parts >= depth {
			kind, depth = rest[0], parts
		}
	}
	return kind, lines.Err()
}

// unescape undoes how the kernel writes what would break a line.
var unescape = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)

// underneath tells whether a folder is at or below a mount point, and how deep
// that point lies.
func underneath(folder, point string) (int, bool) {
	rest, err := filepath.Rel(point, folder)
	if err != nil || rest == ".." || strings.HasPrefix(rest, "../") {
		return 0, false
	}
	return len(split(point)), true
}
