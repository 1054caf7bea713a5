package vault

import "os"

// applicationData is %LocalAppData%: unlike %AppData% it does not roam.
func applicationData() (string, error) { return os.UserCacheDir() }
