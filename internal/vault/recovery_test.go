package vault

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

func TestRecoveryCode(t *testing.T) {
	code := RecoveryCode{sha256.Sum256([]byte("a key"))}
	text := code.Text()
	groups := strings.Split(text, " ")
	if len(groups) != 8 {
		t.Fatalf("%d groups, want 8", len(groups))
	}
	for _, g := range groups {
		if len(g) != 7 {
			t.Errorf("group %q", g)
		}
	}
	for name, typed := range map[string]string{
		"as written":     text,
		"lower case":     strings.ToLower(text),
		"dashes":         strings.ReplaceAll(text, " ", "-"),
		"long dashes":    strings.ReplaceAll(text, " ", " \u2013 "),
		"no spaces":      strings.ReplaceAll(text, " ", ""),
		"lines":          " " + strings.ReplaceAll(text, " ", "\r\n") + "\n",
		"O for 0":        strings.ReplaceAll(text, "0", "O"),
		"o for 0":        strings.ReplaceAll(text, "0", "o"),
		"I for 1":        strings.ReplaceAll(text, "1", "I"),
		"l for 1":        strings.ReplaceAll(text, "1", "l"),
		"in odd places":  text[:3] + " " + text[3:],
		"dots and comma": strings.ReplaceAll(text, " ", ".,"),
	} {
		if got, err := ParseRecoveryCode(typed); err != nil || got != code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMistypedCode changes each character, swaps neighbours and cuts: every
// single slip must be told.
func TestMistypedCode(t *testing.T) {
	code := RecoveryCode{sha256.Sum256([]byte("a key"))}
	plain := strings.ReplaceAll(code.Text(), " ", "")
	wrong := []string{"", "0", plain[1:], plain + "0", plain[:20] + "U" + plain[21:], plain[:20] + "\u00e4" + plain[21:]}
	for i := range plain {
		for _, c := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			if byte(c) != plain[i] {
				wrong = append(wrong, plain[:i]+string(c)+plain[i+1:])
			}
		}
		if i > 0 && plain[i] != plain[i-1] {
			wrong = append(wrong, plain[:i-1]+plain[i:i+1]+plain[i-1:i]+plain[i+1:])
		}
	}
	for _, typed := range wrong {
		_, err := ParseRecoveryCode(typed)
		wantCode(t, err, fault.Invalid)
		if strings.Contains(fmt.Sprint(err), typed) && typed != "" && typed != "0" {
			t.Error("the error repeats the code")
		}
	}
}

func TestRecoveryCodeIsNotPrinted(t *testing.T) {
	code := RecoveryCode{sha256.Sum256([]byte("a key"))}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
		for _, value := range []any{code, &code, []RecoveryCode{code}, struct{ Code RecoveryCode }{code}} {
			got := fmt.Sprintf(format, value)
			if !strings.Contains(got, "[recovery code]") {
				t.Errorf("%s of %T prints %d characters of something else", format, value, len(got))
			}
		}
	}
}

// TestSuspectGroup: one slip names its group, two name none.
func TestSuspectGroup(t *testing.T) {
	plain := strings.ReplaceAll(RecoveryCode{sha256.Sum256([]byte("a key"))}.Text(), " ", "")
	change := func(text string, i int) string {
		other := "0"
		if text[i] == '0' {
			other = "1"
		}
		return text[:i] + other + text[i+1:]
	}
	for i := range plain {
		want := map[string]int{change(plain, i): i/groupLength + 1}
		if i > 0 && plain[i] != plain[i-1] {
			want[plain[:i-1]+plain[i:i+1]+plain[i-1:i]+plain[i+1:]] = i/groupLength + 1
		}
		want[change(change(plain, i), (i+20)%len(plain))] = 0
		for typed, group := range want {
			_, err := ParseRecoveryCode(typed)
			told, ok := err.(*fault.Error)
			if !ok {
				t.Fatalf("%v", err)
			}
			for n := 1; n <= 8; n++ {
				if _, marked := told.Fields[fmt.Sprintf("group_%d", n)]; marked != (n == group) {
					t.Errorf("character %d: group %d marked %t, want %d", i, n, marked, group)
				}
			}
		}
	}
}
