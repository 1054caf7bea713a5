package app

import (
	"os"
	"testing"
)

// roleEnv says what this test binary is to do when a test starts it again, as
// a process that is killed or that takes the vault folder.
const roleEnv = "SNOWFIELD_TEST_ROLE"

// roles are the things it can do. A file that needs one adds it in its init.
var roles = map[string]func(){}

func TestMain(m *testing.M) {
	if play := roles[os.Getenv(roleEnv)]; play != nil {
		play()
		os.Exit(0)
	}
	os.Exit(m.Run())
}
