package app

import (
	"context"
	"iter"
	"runtime/debug"
	"slices"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// chartBatch is how many sessions of a chart are read before the connection is
// given back: what is saved meanwhile waits for no more than these.
const chartBatch = 10

// chartGC is the garbage collection target while a chart is made, in percent.
const chartGC = 30

// mostSessions bounds a chart: two sessions a week for fifty years.
const mostSessions = 5000

// makeChart makes a client's full chart. It is long work: it reads the
// sessions in batches, tells how far it is, and leaves nothing when it is
// cancelled.
func (d *Documents) makeChart(ask DocumentRequest, choice documentChoice) (DocumentView, error) {
	return door(d.core, func() (DocumentView, error) {
		// A long chart is mostly memory that is needed until its end: to collect
		// the rest sooner costs little and keeps the most of it low.
		defer debug.SetGCPercent(debug.SetGCPercent(chartGC))
		return longOn(d.core, workDocument, func(ctx context.Context, r *records, tell progress) (DocumentView, error) {
			c := chartReader{core: d.core, records: r, clientID: ask.ClientID, tell: tell}
			made, err := c.make(ctx, choice.Parts)
			if err != nil {
				return DocumentView{}, r.vault.Explain(ctx, err)
			}
			if err := ctx.Err(); err != nil {
				return DocumentView{}, err // cancelled after the last page: the records may be locked by now
			}
			return d.show(made, ask, choice), nil
		})
	})
}

// chartReader reads what a full chart is made of.
type chartReader struct {
	*core
	records  *records
	clientID string
	tell     progress

	settings  practice.Settings
	courses   []practice.Course
	sessions  []practice.Session // in time order
	events    map[string][]practice.AdverseEvent
	madeIn    map[string][]practice.Commitment // by participant
	settledIn map[string][]practice.Commitment
	numbers   map[practice.SessionKind]int
}

func (c *chartReader) make(ctx context.Context, parts practice.PartSet) (made, error) {
	in := report.FullChartInput{Parts: parts}
	err := c.records.store.View(ctx, c.now(), func(tx *store.Tx) error { return c.first(tx, &in) })
	if err != nil {
		return made{}, err
	}
	// Reading the sessions is about half of the work, drawing the pages the other.
	n := int64(len(c.sessions))
	in.Sessions = c.each(ctx)
	in.Page = func(page, of int) error {
		c.tell(n+n*int64(page)/int64(of), 2*n)
		return ctx.Err()
	}
	result, err := report.FullChart(in)
	return made{Result: result, clientID: c.clientID, contents: chartContents(in, len(c.sessions))}, err
}

// first reads everything but the sessions' own records, at one moment.
func (c *chartReader) first(tx *store.Tx, in *report.FullChartInput) (err error) {
	in.At = tx.Now()
	if in.Client, err = tx.Client(c.clientID); err != nil {
		return err
	}
	if in.Practice, err = tx.Letterhead(); err != nil {
		return err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return err
	}
	if c.settings, err = tx.Settings(); err != nil {
		return err
	}
	if in.Inquiry, err = unlessNone(tx.InquiryOf(c.clientID)); err != nil {
		return err
	}
	if in.Screenings, err = tx.Screenings(c.clientID, keptRounds); err != nil {
		return err
	}
	if in.Resolutions, err = tx.Resolutions(c.clientID); err != nil {
		return err
	}
	if in.Medicines, err = tx.Medicines(c.clientID); err != nil {
		return err
	}
	if in.Clearances, err = chartClearances(tx, c.clientID); err != nil {
		return err
	}
	if in.Consents, err = tx.Consents(c.clientID); err != nil {
		return err
	}
	if in.Courses, err = tx.Courses(c.clientID); err != nil {
		return err
	}
	if in.Commitments, err = tx.Commitments(c.clientID, false); err != nil {
		return err
	}
	if in.Preparation, err = preparationOf(tx, c.clientID); err != nil {
		return err
	}
	if in.Forms, err = filledForms(tx, c.clientID); err != nil {
		return err
	}
	risks, err := risksView(tx, c.clientID)
	if err != nil {
		return err
	}
	in.Risks = slices.Concat(risks.Waiting, risks.Reviewed)
	if in.Files, err = tx.Attachments(c.clientID); err != nil {
		return err
	}
	if in.Charges, err = tx.ChargesOfClient(c.clientID); err != nil {
		return err
	}
	if in.Requests, err = tx.RecordsRequests(c.clientID); err != nil {
		return err
	}
	if in.Disclosures, err = tx.Disclosures(c.clientID); err != nil {
		return err
	}
	c.courses = in.Courses
	return c.list(tx, in.Commitments)
}

// list lists the sessions, with what belongs to them and is kept by client.
func (c *chartReader) list(tx *store.Tx, commitments []practice.Commitment) (err error) {
	if c.sessions, err = tx.SessionsOfClient(c.clientID, mostSessions+1); err != nil {
		return err
	}
	if len(c.sessions) > mostSessions {
		return fault.New(fault.Invalid, "This client has more sessions than one chart can hold. Nothing was made; export the session summaries instead.")
	}
	slices.Reverse(c.sessions)
	events, err := tx.AdverseEvents(c.clientID)
	c.events, c.madeIn, c.settledIn = map[string][]practice.AdverseEvent{}, map[string][]practice.Commitment{}, map[string][]practice.Commitment{}
	for _, e := range events {
		c.events[e.ParticipantID] = append(c.events[e.ParticipantID], e)
	}
	for _, m := range commitments {
		c.madeIn[m.ParticipantID] = append(c.madeIn[m.ParticipantID], m)
		if m.SettledIn != "" {
			c.settledIn[m.SettledIn] = append(c.settledIn[m.SettledIn], m)
		}
	}
	return err
}

// each reads the sessions in batches, in time order, and gives the connection
// back after each of them.
func (c *chartReader) each(ctx context.Context) iter.Seq2[report.ChartSession, error] {
	c.numbers = map[practice.SessionKind]int{}
	return func(yield func(report.ChartSession, error) bool) {
		done := 0
		for batch := range slices.Chunk(c.sessions, chartBatch) {
			var read []report.ChartSession
			err := c.records.store.View(ctx, c.now(), func(tx *store.Tx) error {
				for _, s := range batch {
					one, err := c.session(tx, s)
					if err != nil {
						return err
					}
					read = append(read, one)
				}
				return nil
			})
			if err != nil {
				yield(report.ChartSession{}, err)
				return
			}
			for _, s := range read {
				if !yield(s, nil) {
					return
				}
			}
			done += len(batch)
			c.tell(int64(done), int64(2*len(c.sessions)))
		}
	}
}

// session reads one session.
func (c *chartReader) session(tx *store.Tx, s practice.Session) (one report.ChartSession, err error) {
	if state := s.State(); state == practice.Planned || state == practice.Open {
		if s, err = tx.Session(s.ID); err != nil { // it may have gone on since it was listed
			return one, err
		}
	}
	p := participantOf(s, c.clientID)
	if one.Record, err = ownRecord(tx, s, p); err != nil {
		return one, err
	}
	one.Number = c.number(one.Record)
	one.Events, one.Made, one.Settled = c.events[p.ID], c.madeIn[p.ID], c.settledIn[p.ID]
	// As windowFor, from what was read already.
	if w, ok := practice.WindowOf(s, c.clientID, one.Doses, c.courseAt(s.Start()).Windows(c.settings)); ok {
		w = w.Meet(s, c.sessions)
		one.Window = &w
	}
	return one, nil
}

// courseAt returns the course that ran at a moment; the zero course for none.
func (c *chartReader) courseAt(at practice.Instant) practice.Course {
	for _, x := range c.courses { // newest first
		if x.StartedAt <= at && (!x.Complete() || x.CompletedAt > at) {
			return x
		}
	}
	return practice.Course{}
}

// number counts the sessions of each kind as store.Ordinal does, which would
// count from the beginning for each.
func (c *chartReader) number(r report.Record) int {
	s := r.Session
	noDose := s.Kind == practice.Dosing && s.ActualEnd != "" && practice.Totals(r.Doses).Given == 0
	if s.State() == practice.Cancelled || noDose {
		return 0
	}
	c.numbers[s.Kind]++
	return c.numbers[s.Kind]
}

func chartClearances(tx *store.Tx, clientID string) ([]report.ChartClearance, error) {
	today, err := todayOf(tx)
	if err != nil {
		return nil, err
	}
	all, err := standing(tx, clientID, today)
	if err != nil {
		return nil, err
	}
	list := make([]report.ChartClearance, len(all))
	for i, c := range all {
		list[i].Cleared = c
		if list[i].Prescriber, err = tx.Prescriber(c.Clearance.PrescriberID); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// chartContents says in one line what a chart holds.
func chartContents(in report.FullChartInput, sessions int) string {
	inside := insideLine{parts: in.Parts}
	inside.say(practice.PartIdentity, true, "who the client is")
	inside.say(practice.PartInquiry, in.Inquiry != nil, "the first call")
	inside.count(practice.PartDiagnoses, len(in.Client.Diagnoses), "diagnosis", "diagnoses")
	inside.count(practice.PartScreening, len(in.Screenings), "screening", "screenings")
	inside.count(practice.PartMedicines, len(in.Medicines), "medicine", "medicines")
	inside.count(practice.PartClearance, len(in.Clearances), "clearance", "clearances")
	inside.count(practice.PartConsents, len(in.Consents), "consent", "consents")
	inside.say(practice.PartCourse, len(in.Courses) > 0, "the course")
	inside.say(practice.PartPreparation, in.Preparation != nil, "the preparation")
	totals, noticed := countForms(in.Forms)
	inside.count(practice.PartMeasures, totals, "questionnaire", "questionnaires")
	inside.count(practice.PartNotices, noticed, "form of what the client notices", "forms of what the client notices")
	inside.count(practice.PartRiskReviews, len(in.Risks), "risk review", "risk reviews")
	inside.count(practice.PartFacts, sessions, "session", "sessions")
	inside.count(practice.PartFiles, len(in.Files), "file by its title", "files by their titles")
	inside.count(practice.PartCharges, len(in.Charges), "charge", "charges")
	inside.count(practice.PartRequests, len(in.Requests), "request for records", "requests for records")
	inside.count(practice.PartDisclosures, len(in.Disclosures), "disclosure", "disclosures")
	return inside.text()
}
