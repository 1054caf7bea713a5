package practice

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"snowfield/internal/fault"
)

// Act names what happened in an audit entry.
type Act string

// The acts of the trail. A draft's autosaves are none: one entry for its
// creation, one for each kept revision.
const (
	ActCreate       Act = "create"
	ActChange       Act = "change"
	ActStrike       Act = "strike"
	ActUndo         Act = "undo"
	ActErase        Act = "erase"
	ActMove         Act = "move"
	ActSign         Act = "sign"
	ActAddendum     Act = "addendum"
	ActExport       Act = "export"
	ActBackup       Act = "backup"
	ActRestore      Act = "restore"
	ActFailedUnlock Act = "failed_unlock"
	ActPassphrase   Act = "change_passphrase"
	ActRecovery     Act = "recovery_code_used"
	ActCodeShown    Act = "recovery_code_shown"
	ActCodeRenewed  Act = "recovery_code_renewed"
	ActHandOver     Act = "hand_over" // a form, to the client on this computer
	ActTakeBack     Act = "take_back"
)

// AuditEntry is one link of the trail: what was done to which record, when,
// and the hash that binds it to all before. Detail holds facts about the act
// (counts, hashes, versions), never the words of the record.
type AuditEntry struct {
	Seq       int64   `json:"seq"` // 1, 2, 3, ... without gaps
	At        Instant `json:"at"`
	Act       Act     `json:"act"`
	Subject   string  `json:"subject"` // "client", "session", "note", "dose", ...
	SubjectID string  `json:"subject_id"`
	Detail    string  `json:"detail"`
	Prev      string  `json:"prev"` // the hash before; 64 zeros for the first
	Hash      string  `json:"hash"` // lower-case hex SHA-256
}

// Genesis is what the first entry of a trail follows.
const Genesis = "0000000000000000000000000000000000000000000000000000000000000000"

// Seal returns the SHA-256, in hex, of the entry's other fields: the JSON
// array [seq, at, act, subject, subject_id, detail, prev].
func (e AuditEntry) Seal() string {
	b, err := json.Marshal([]any{e.Seq, e.At, e.Act, e.Subject, e.SubjectID, e.Detail, e.Prev})
	if err != nil {
		panic("practice: strings and numbers always marshal")
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Trail verifies entries one by one, in order; the zero value begins a trail.
type Trail struct {
	seq  int64
	head string
}

// Head returns the number of entries verified and the hash of the last.
func (t *Trail) Head() (int64, string) {
	if t.seq == 0 {
		return 0, Genesis
	}
	return t.seq, t.head
}

// Follow verifies that e is the unchanged next entry. It refuses a gap (an
// entry was removed) and any change, with the place.
func (t *Trail) Follow(e AuditEntry) error {
	seq, head := t.Head()
	if e.Seq != seq+1 {
		return fault.New(fault.Corrupt, fmt.Sprintf("The audit trail is broken: entry %d is missing.", seq+1))
	}
	if e.Prev != head || e.Hash != e.Seal() {
		return fault.New(fault.Corrupt, fmt.Sprintf("The audit trail is broken: entry %d was changed.", e.Seq))
	}
	t.seq, t.head = e.Seq, e.Hash
	return nil
}
