package report

import (
	"strconv"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// course is the chapter on the plan, what the client prepared and took on.
func (c *chart) course() {
	c.chapter("Course", 0, "", func() {
		if c.parts[practice.PartCourse] {
			for _, x := range oldestFirst(c.in.Courses) {
				c.plan(x)
			}
		}
		if c.parts[practice.PartPreparation] {
			c.preparation()
		}
		if c.parts[practice.PartPractices] {
			c.takenOn()
		}
	})
}

func (c *chart) plan(x practice.Course) {
	state := "Under way"
	if x.Complete() {
		state = x.Ending.Label() + " " + c.day(x.CompletedAt)
	}
	c.chapter("Course from "+c.day(x.StartedAt), 1, state, func() {
		window := ""
		if x.WindowHours > 0 {
			window = strconv.Itoa(x.WindowHours) + " h, first stage " + strconv.Itoa(x.FirstStageHours) + " h"
		}
		c.add(block.Facts{
			fact("Begun", c.day(x.StartedAt)),
			fact("Template", x.TemplateName),
			fact("Window", window),
			fact("Maintenance", c.day(x.MaintenanceSince)),
		})
		c.told("Plan", x.Plan.Line())
		c.told("Goal", x.Goal)
		for _, r := range x.Reviews {
			c.written("After "+strings.ToLower(practice.CountText(r.AfterDosings, "dosing session", "dosing sessions"))+", reviewed "+c.day(r.At), r.Text)
		}
		c.written("Closing summary", x.ClosingSummary)
	})
}

// preparation tells the intention and what was agreed, as it stands now. What
// stood when a dosing session began is with that session.
func (c *chart) preparation() {
	p := c.in.Preparation
	state := ""
	if p != nil {
		state = "Not completed"
		if p.Done() {
			state = "Completed " + c.day(p.CompletedAt)
		}
	}
	c.chapter("Preparation", 1, state, func() {
		c.ownWords("Intention", c.in.Client.Intention)
		if p == nil {
			return
		}
		touch := ""
		if p.Touch != practice.TouchNotAsked {
			touch = p.TouchText()
		}
		fasting, reviewed := "", ""
		if p.FastingHours > 0 {
			fasting = strconv.Itoa(p.FastingHours) + " h"
		}
		if p.MedicinesReviewed {
			reviewed = "Reviewed with the client"
		}
		for _, f := range []struct{ label, text string }{
			{"Fears", p.Fears},
			{"History with altered states", p.AlteredStates},
			{"Supports", p.Supports},
			{"Set and setting", p.SetAndSetting},
			{"Music", p.Music},
			{"Eye shades", p.EyeShades},
			{"Touch", touch},
			{"Boundaries", p.Boundaries},
			{"Safety plan", p.SafetyPlan},
			{"Fasting", fasting},
			{"Ride home", p.RideHome.Line()},
			{"Medicines", reviewed},
		} {
			c.told(f.label, f.text)
		}
	})
}

// takenOn tells every commitment and what became of it.
func (c *chart) takenOn() {
	if len(c.in.Commitments) == 0 {
		return
	}
	c.chapter("Practices and commitments", 1, "", func() {
		table := block.Table{Columns: []block.Column{
			{Head: "Taken on", Share: 1.6}, {Head: "What", Share: 6.5}, {Head: "For", Share: 1.6}, {Head: "What became of it", Share: 2.8},
		}}
		for _, m := range c.in.Commitments {
			became := m.State.Label()
			if m.SettledAt != "" {
				became += " " + c.day(m.SettledAt)
			}
			table.Rows = append(table.Rows, []block.Text{block.Say(c.day(m.CreatedAt)), block.Say(m.Text), block.Say(dayText(m.DueOn)), block.Say(became)})
		}
		c.add(table)
	})
}
