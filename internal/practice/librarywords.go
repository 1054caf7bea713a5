package practice

import (
	"fmt"
	"strings"
)

// Line says in one line how a question weighs, and what it weighed as it was
// shipped.
func (i ScreeningItem) Line(shipped *ScreeningItem) string {
	line := i.Severity.Label()
	if shipped != nil && shipped.Severity != i.Severity {
		line += ", shipped as " + strings.ToLower(shipped.Severity.Label())
	}
	if !i.Asked {
		line += ", no longer asked"
	}
	if i.Reason != "" {
		line += ". " + i.Reason
	}
	return line
}

// Lines says all of a question, a line for each part.
func (i ScreeningItem) Lines() []string {
	lines := []string{i.Question, "Severity: " + strings.ToLower(i.Severity.Label()), "Source: " + i.Source}
	if i.Reason != "" {
		lines = append(lines, "Reason: "+i.Reason)
	}
	if !i.Asked {
		lines = append(lines, "No longer asked")
	}
	return lines
}

// Line says in one line where a consent stands.
func (t ConsentText) Line() string {
	line := "Holds until it is revoked"
	if t.ValidMonths > 0 {
		line = "Holds " + counted(t.ValidMonths, "month", "months")
	}
	if t.Skeleton {
		line = "A skeleton; it cannot be signed until you have edited it"
	}
	if !t.Offered {
		line += ". No longer offered"
	}
	return line
}

// Lines says a consent but its text, a line for each part.
func (t ConsentText) Lines() []string {
	lines := []string{t.Title, t.Line()}
	for _, clause := range t.Clauses {
		lines = append(lines, "To initial: "+clause)
	}
	return lines
}

// Line says a plan in one line.
func (p CoursePlan) Line() string {
	parts := []string{}
	if p.Preparations > 0 {
		parts = append(parts, counted(p.Preparations, "preparation", "preparations"))
	}
	dosing := counted(p.Dosings, "dosing session", "dosing sessions")
	if p.Dosings > 1 {
		dosing += " " + counted(p.CadenceDays, "day", "days") + " apart"
	}
	parts = append(parts, dosing)
	if p.Integrations > 0 {
		integration := counted(p.Integrations, "integration session", "integration sessions") + " after each"
		if p.Integrations > 1 {
			integration += ", the later after " + counted(p.LaterIntegrationDays, "day", "days")
		}
		parts = append(parts, integration)
	}
	if n := len(p.ReviewAfter); n > 0 {
		parts = append(parts, "review after "+strings.ReplaceAll(strings.Trim(fmt.Sprint(p.ReviewAfter), "[]"), " ", " and "))
	}
	if p.MaintenanceWeeks > 0 {
		parts = append(parts, "maintenance every "+counted(p.MaintenanceWeeks, "week", "weeks"))
	}
	return upperFirst(strings.Join(parts, "; "))
}

// Line says the template's plan in one line, and whether it is offered.
func (t CourseTemplate) Line() string {
	if !t.Offered {
		return t.Plan.Line() + ". No longer offered"
	}
	return t.Plan.Line()
}

// Lines says a template, a line for each part.
func (t CourseTemplate) Lines() []string {
	return []string{t.Name, t.Line()}
}

// Line names the sections of an outline.
func (o NoteOutline) Line() string {
	titles := []string{}
	for _, s := range o.Sections {
		titles = append(titles, s.Title)
	}
	return strings.Join(titles, ", ")
}

// Lines says an outline, a line for each section.
func (o NoteOutline) Lines() []string {
	lines := []string{o.Format}
	for _, s := range o.Sections {
		line := s.Title
		if s.Placeholder != "" {
			line += ": " + s.Placeholder
		}
		lines = append(lines, line)
	}
	return lines
}

// Lines says the steps in their order.
func (p EmergencyPlan) Lines() []string { return p.Steps }

// Lines names the methods.
func (m MethodList) Lines() []string { return m.Methods }

// Lines says the plan of a dosing session: each phase with its length, and
// when vital signs are taken.
func (p SessionPlan) Lines() []string {
	lines := []string{}
	for _, phase := range p.Phases {
		lines = append(lines, fmt.Sprintf("%s: %d min", phase.Phase.Label(), phase.Minutes))
	}
	checks := []string{}
	for _, minutes := range p.CheckMinutes {
		checks = append(checks, fmt.Sprintf("%d min", minutes))
	}
	if len(checks) == 0 {
		return append(lines, "No vital signs planned after the first dose")
	}
	return append(lines, "Vital signs after the first dose: "+strings.Join(checks, ", "))
}

// Line names the marks of a set in the order of their keys, and says when it
// is not offered.
func (s MarkSet) Line() string {
	labels := []string{}
	for _, m := range s.Marks {
		if label := m.Label(); label != "" {
			labels = append(labels, label)
		}
	}
	line := strings.Join(labels, ", ")
	if !s.Offered {
		line += ". No longer offered"
	}
	return line
}

// Lines says a set: its name, and for each key what it writes.
func (s MarkSet) Lines() []string {
	lines := []string{s.Name}
	for i, m := range s.Marks {
		what := m.Label()
		if what == "" {
			what = "nothing"
		}
		lines = append(lines, fmt.Sprintf("%d: %s", (i+1)%marksInSet, what))
	}
	if !s.Offered {
		lines = append(lines, "No longer offered")
	}
	return lines
}

// Lines says the checklist in its order.
func (l LeavingList) Lines() []string {
	lines := []string{}
	for _, item := range l.Items {
		lines = append(lines, item.Label)
	}
	return lines
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
