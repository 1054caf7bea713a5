package vault

import "os"

// applicationData is ~/Library/Application Support.
func applicationData() (string, error) { return os.UserConfigDir() }
