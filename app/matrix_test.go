package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"snowfield/internal/practice"
)

// canaryWord is a made-up word and where it may be told.
type canaryWord struct {
	word  string
	parts []practice.Part         // any of which lets it be told; none: it is in no document
	in    []practice.DocumentKind // the documents that can tell it; nil: all that hold one of the parts
	told  bool                    // and each of them does, but for those in untold
}

func of(parts ...practice.Part) []practice.Part { return parts }

func only(kinds ...practice.DocumentKind) []practice.DocumentKind { return kinds }

// canaryWords is the one table of the made-up words (see newMatrix). A word in two
// rows may be told where either of them lets it.
var canaryWords = []canaryWord{
	{"zqname", of(practice.PartIdentity), nil, true},
	{"zqphone", of(practice.PartContact), nil, true},
	{"zqaddress", of(practice.PartContact, practice.PartEmergency), nil, false},
	{"zqemail", of(practice.PartContact), nil, false},
	{"zqkin", of(practice.PartContact, practice.PartEmergency), nil, false},
	{"zqconcern", of(practice.PartConcerns), nil, true},
	{"zqfree", of(practice.PartConcerns), nil, false},
	{"zqwatch", of(practice.PartConcerns, practice.PartEmergency), nil, false},
	{"zqinquiry", of(practice.PartInquiry), nil, true},
	{"zqallergy", of(practice.PartAllergies), nil, true},
	{"zqdiagnosis", of(practice.PartDiagnoses), nil, true},
	{"zqdiagnosis", of(practice.PartCharges), nil, false},
	{"zqintention", of(practice.PartIntention, practice.PartConcerns, practice.PartPreparation), nil, false},
	{"zqday", of(practice.PartIntention), nil, true},
	{"zqday", of(practice.PartReadiness, practice.PartPreparation), nil, false},
	{"zqscreening", of(practice.PartScreening, practice.PartQuestions), nil, true},
	{"zqround", of(practice.PartScreening), nil, false},
	{"zqmedicine", of(practice.PartMedicines), nil, true},
	{"zqschedule", of(practice.PartMedicines), nil, false},
	{"zqcondition", of(practice.PartClearance), nil, true},
	{"zqclearedpharmacy", of(practice.PartClearance), nil, false},
	{"zqconsent", of(practice.PartConsents), nil, true},
	{"zqscope", of(practice.PartConsents), nil, false},
	{"zqaltered", of(practice.PartPreparation), nil, true},
	{"zqsupport", of(practice.PartPreparation), nil, false},
	{"zqfear", of(practice.PartPreparation, practice.PartReadiness), nil, false},
	{"zqmusic", of(practice.PartPreparation, practice.PartReadiness), nil, false},
	{"zqsafety", of(practice.PartPreparation, practice.PartReadiness), nil, false},
	{"zqride", of(practice.PartPreparation, practice.PartReadiness, practice.PartEmergency), nil, false},
	{"zqgoal", of(practice.PartCourse), nil, true},
	{"zqlift", of(practice.PartReadiness), nil, true},
	{"zqfasting", of(practice.PartReadiness), nil, false},

	{"137 mg", of(practice.PartDoses), nil, true},
	{"zqdose", of(practice.PartDoses), nil, false},
	{"147/93", of(practice.PartVitals, practice.PartReadings), nil, true},
	{"131/79", of(practice.PartVitals, practice.PartReadings), nil, false},
	{"171/103", of(practice.PartVitals, practice.PartReadings), nil, false},
	{"zqfirst", of(practice.PartVitals, practice.PartReadings), nil, false},
	{"zqhigh", of(practice.PartVitals, practice.PartReadings), nil, false},
	{"zqlast", of(practice.PartVitals, practice.PartReadings), nil, false},
	{"zqheld", of(practice.PartHolds), nil, true},
	{"zqcallee", of(practice.PartHolds), nil, false},
	{"zqobserved", of(practice.PartObserved), nil, true},
	{"zqstruck", of(practice.PartObserved), nil, false},
	{"zqmoved", of(practice.PartObserved), nil, true},
	{"zqword", of(practice.PartOwnWords), nil, true},
	{"zqunsaid", of(practice.PartOwnWords), only(practice.DocSummary, practice.DocChart, practice.DocIncident), false},
	{"zqevent", of(practice.PartEvents), nil, true},
	{"zqaction", of(practice.PartEvents), nil, false},
	{"zqoutcome", of(practice.PartEvents), nil, false},
	{"zqaddition", of(practice.PartEvents), nil, false},
	{"zqleaving", of(practice.PartLeaving), nil, true},
	{"zqcommitment", of(practice.PartPractices), nil, true},
	{"zqnote", of(practice.PartNote), nil, true},
	{"zqrisk", of(practice.PartNote), nil, true},
	{"zqaddendum", of(practice.PartNote), nil, true},
	{"zqfollow", of(practice.PartFollowing), only(practice.DocSummary), true},
	{"zqfollow", of(practice.PartNote), only(practice.DocChart), true},
	{"zqdraft", of(practice.PartNote), only(practice.DocChart), true},
	{"zqearlier", of(practice.PartObserved), only(practice.DocChart), true},
	{"zqformernote", of(practice.PartNote), only(practice.DocChart), true},
	{"24 feb", of(practice.PartSessions), nil, true},
	{"29 may", of(practice.PartNextStep), nil, true},

	{"phq-9", of(practice.PartMeasures), nil, true},
	{"phq-9", of(practice.PartRiskReviews, practice.PartReadiness), nil, false},   // what was not filled in before a dosing
	{"better off dead", of(practice.PartMeasures), only(practice.DocChart), true}, // a single question
	{"zqmistaken", of(practice.PartMeasures), only(practice.DocChart), true},
	{"zqreviewed", of(practice.PartRiskReviews), nil, true},
	{"zqsafety", of(practice.PartRiskReviews), nil, false}, // the plan as it was shown
	{"self-compassion", of(practice.PartNotices), nil, true},
	{"course in a picture", of(practice.PartCourseChart), nil, true},

	{"zqfile", of(practice.PartFiles), nil, true},
	{"741.37", of(practice.PartCharges), nil, true},
	{"zqcharge", of(practice.PartCharges), nil, false},
	{"zqrequest", of(practice.PartRequests), nil, true},
	{"zqasker", of(practice.PartRequests), nil, false},
	{"zqrecipient", of(practice.PartDisclosures), nil, true},
	{"zqpurpose", of(practice.PartDisclosures), nil, false},
	{"zqstep", of(practice.PartEmergency), only(practice.DocEmergency), true},
	{"zqhandout", of(practice.PartHandout), nil, true},

	{"zqunsaved", nil, nil, false}, // typed and not saved
	{"zqprivate", nil, nil, false}, // a psychotherapy note
	{"zp", nil, nil, false},        // everything of the partner
	{"211 mg", nil, nil, false},
	{"119/72", nil, nil, false},
	{"581.23", nil, nil, false},
}

// untold are the words that a document does not tell though it holds a part
// that could, each with the reason.
var untold = map[practice.DocumentKind]map[string]string{
	practice.DocPrescriber: {"zqleaving": "one line says when and how the client left, not with whom"},
	practice.DocReferral:   {"137 mg": "it stands in the lines of the sessions, which may be left out"},
	practice.DocIncident: {
		"zqleaving":   "one line says when and how the client left, not with whom",
		"zqcondition": "one line says where the clearance stands, not its conditions",
	},
}

// toldAnyway are words that a document tells whatever is chosen, each with the
// reason.
var toldAnyway = map[practice.DocumentKind]map[string]string{
	practice.DocChart: {
		"24 feb": "the sessions are its chapters, with their days",
		"29 may": "so is one that is planned",
	},
	practice.DocForm:     {"phq-9": "it is the questionnaire", "better off dead": "so it asks"},
	practice.DocPaperLog: {"zqstep": "the practice's own plan, of no client"},
}

// documentKinds are all documents there are.
var documentKinds = []practice.DocumentKind{
	practice.DocSummary, practice.DocClientCopy, practice.DocPrescriber, practice.DocReferral, practice.DocChart, practice.DocIncident,
	practice.DocEmergency, practice.DocHandout, practice.DocClosing, practice.DocSuperbill, practice.DocAccounting, practice.DocPaperLog,
	practice.DocCourse, practice.DocCourseCopy, practice.DocForm,
}

// Every document, as it is by itself, with everything, with nothing that can
// be left out, and with each part left out, holds what practice says and
// nothing else.
func TestMatrix(t *testing.T) {
	m := newMatrix(t)
	for _, kind := range documentKinds {
		t.Run(string(kind), func(t *testing.T) {
			read := map[string]bool{fmt.Sprint(kind.List(kind.Default())): true}
			for name, parts := range partChoices(kind) {
				ask := m.ask(kind)
				ask.Parts = parts
				set := kind.Default()
				if parts != nil {
					chosen, err := kind.Choose(parts)
					m.ok(err)
					set = chosen
					key := fmt.Sprint(kind.List(set))
					if read[key] {
						continue // the same document as another choice
					}
					read[key] = true
				}
				for _, wrong := range differences(kind, set, m.text(ask)) {
					t.Errorf("%s: %s", name, wrong)
				}
			}
		})
	}
}

// partChoices are the parts a document is made with; nil for its default.
func partChoices(kind practice.DocumentKind) map[string][]practice.Part {
	all, least := []practice.Part{}, []practice.Part{}
	for _, r := range kind.Parts() {
		all = append(all, r.Part)
		if r.Inclusion == practice.Always {
			least = append(least, r.Part)
		}
	}
	list := map[string][]practice.Part{"by default": nil, "with everything": all, "with the least": least}
	for _, r := range kind.Parts() {
		if r.Inclusion != practice.Always {
			without := slices.DeleteFunc(slices.Clone(all), func(p practice.Part) bool { return p == r.Part })
			list["without "+string(r.Part)] = without
		}
	}
	return list
}

// differences compares what a document says with what it may say.
func differences(kind practice.DocumentKind, set practice.PartSet, text string) (wrong []string) {
	allowed, wanted := map[string]bool{}, map[string]bool{}
	for _, mk := range canaryWords {
		may := (mk.in == nil || slices.Contains(mk.in, kind)) && slices.ContainsFunc(mk.parts, func(p practice.Part) bool { return set[p] })
		allowed[mk.word] = allowed[mk.word] || may
		wanted[mk.word] = wanted[mk.word] || may && mk.told
	}
	for word, may := range allowed {
		told := strings.Contains(text, word)
		switch {
		case told && !may && toldAnyway[kind][word] == "":
			wrong = append(wrong, fmt.Sprintf("%q is in it", word))
		case !told && wanted[word] && untold[kind][word] == "":
			wrong = append(wrong, fmt.Sprintf("%q is missing", word))
		}
	}
	slices.Sort(wrong)
	return wrong
}

// A part that no word is put into would go unseen.
func TestEveryPartHasAMark(t *testing.T) {
	marked := map[practice.Part]bool{practice.PartFacts: true} // times and places, which no word is put into
	for _, mk := range canaryWords {
		for _, p := range mk.parts {
			marked[p] = marked[p] || mk.told
		}
	}
	for _, kind := range documentKinds {
		if kind.Title() == "" {
			t.Errorf("there is no %s", kind)
		}
		for _, r := range kind.Parts() {
			if !marked[r.Part] {
				t.Errorf("no word is told for %s", r.Part)
			}
		}
	}
}
