package vault

import (
	"os"

	"golang.org/x/sys/windows"
)

// mediumOf tells what kind of medium a folder is on.
func mediumOf(folder string) (RiskKind, error) {
	path, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return NoRisk, &os.PathError{Op: "volume", Path: folder, Err: err}
	}
	// The root of the volume: C:\, \\server\share\ or the folder a volume is
	// mounted in. It is never longer than the path and a separator.
	root := make([]uint16, max(len(folder)+2, windows.MAX_PATH+1))
	if err := windows.GetVolumePathName(path, &root[0], uint32(len(root))); err != nil {
		return NoRisk, &os.PathError{Op: "volume", Path: folder, Err: err}
	}
	var flags uint32
	// A drive that does not describe itself is judged by its kind alone.
	if windows.GetVolumeInformation(&root[0], nil, 0, nil, nil, &flags, nil, 0) == nil && flags&windows.FILE_READ_ONLY_VOLUME != 0 {
		return ReadOnly, nil
	}
	switch windows.GetDriveType(&root[0]) {
	case windows.DRIVE_REMOTE:
		return Network, nil
	case windows.DRIVE_CDROM:
		return ReadOnly, nil
	}
	return NoRisk, nil
}
