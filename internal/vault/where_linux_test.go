package vault

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestMedium judges what statfs says.
func TestMedium(t *testing.T) {
	const ext4 = 0xef53
	for _, c := range []struct {
		magic, flags int64
		kind         string
		want         RiskKind
	}{
		{ext4, 0, "", NoRisk},
		{ext4, unix.ST_NOATIME | unix.ST_NODEV, "", NoRisk},
		{ext4, unix.ST_RDONLY, "", ReadOnly},
		{unix.NFS_SUPER_MAGIC, 0, "", Network},
		{unix.NFS_SUPER_MAGIC, unix.ST_RDONLY, "", ReadOnly},
		{unix.CIFS_SUPER_MAGIC, 0, "", Network},
		{unix.CIFS_SUPER_MAGIC - 1<<32, 0, "", Network}, // as 32-bit systems tell it
		{unix.SMB2_SUPER_MAGIC, 0, "", Network},
		{unix.V9FS_MAGIC, 0, "", Network},
		{unix.FUSE_SUPER_MAGIC, 0, "fuse.sshfs", Network},
		{unix.FUSE_SUPER_MAGIC, 0, "fuse.gocryptfs", NoRisk},
		{unix.FUSE_SUPER_MAGIC, 0, "fuseblk", NoRisk},
	} {
		if got := medium(c.magic, c.flags, c.kind); got != c.want {
			t.Errorf("%x with flags %x, %q: %d, want %d", c.magic, c.flags, c.kind, got, c.want)
		}
	}
}

// TestMountedAs finds the mount a folder is on.
func TestMountedAs(t *testing.T) {
	const mounts = `22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /home/ada/far rw,nosuid shared:7 master:2 - fuse.sshfs ada@example.org:/ rw,user_id=1000
31 30 0:41 / /home/ada/far/near rw - tmpfs none rw
32 22 0:42 / /mnt/two\040words rw - fuse.rclone them: rw
33 22 0:43 / /mnt/over rw - fuse.sshfs a:/ rw
34 22 0:44 / /mnt/over rw - fuse.gocryptfs b rw
a line that is none
35 22 0:45 / - fuse.sshfs
`
	for folder, want := range map[string]string{
		"/":                              "ext4",
		"/home/ada/practice":             "ext4",
		"/home/ada/far":                  "fuse.sshfs",
		"/home/ada/far/practice":         "fuse.sshfs",
		"/home/ada/farther":              "ext4",
		"/home/ada/far/near/practice":    "tmpfs",
		"/mnt/two words/practice":        "fuse.rclone",
		"/mnt/over/practice":             "fuse.gocryptfs",
		"/mnt/two\\040words/of/practice": "ext4",
	} {
		if got, err := mountedAs(strings.NewReader(mounts), folder); err != nil || got != want {
			t.Errorf("%s is on %q, %v; want %q", folder, got, err, want)
		}
	}
}

// TestMediumsOfThisSystem asks the kernel about folders every Linux has: /proc
// is neither far away nor read-only, and what cannot be reached is an error.
func TestMediumsOfThisSystem(t *testing.T) {
	if kind, err := mediumOf("/proc"); err != nil || kind != NoRisk {
		t.Errorf("/proc: %d, %v", kind, err)
	}
	if _, err := mediumOf(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a folder that is not there has a medium")
	}
	mounts, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	defer mounts.Close()
	if kind, err := mountedAs(mounts, "/proc/self"); err != nil || kind != "proc" {
		t.Errorf("/proc is mounted as %q, %v", kind, err)
	}
}
