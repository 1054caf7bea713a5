package main

import "testing"

func TestFailedTests(t *testing.T) {
	const tap = `TAP version 13
# Subtest: a
ok 1 - a
  ---
  duration_ms: 12
  ...
# Subtest: b
    not ok 1 - inside b
      ---
      error: 'gone'
      ...
    ok 2 - beside it
      ---
      ...
not ok 2 - b
  ---
  error: '1 failed'
  ...
1..2
`
	const want = `    not ok 1 - inside b
      ---
      error: 'gone'
      ...
not ok 2 - b
  ---
  error: '1 failed'
  ...
`
	if got := string(failedTests([]byte(tap))); got != want {
		t.Errorf("%s", got)
	}
	if got := failedTests([]byte("npm: not found\n")); len(got) != 0 {
		t.Errorf("%s", got)
	}
}
