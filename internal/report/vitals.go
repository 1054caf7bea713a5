package report

import (
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// vitalColumn is a column of the table of vital signs.
type vitalColumn struct {
	block.Column
	value  func(v practice.VitalSigns) string
	always bool // shown even when no reading has it
	field  string
}

var vitalColumns = []vitalColumn{
	{block.Column{Head: "BP, mmHg", Share: 1.5}, bloodPressure, true, "systolic_mmhg"},
	{block.Column{Head: "HR, bpm", Share: 1.2}, func(v practice.VitalSigns) string { return number(v.HeartRateBpm, "") }, true, "heart_rate_bpm"},
	{block.Column{Head: "SpO2", Share: 1}, func(v practice.VitalSigns) string { return number(v.SpO2Percent, " %") }, true, "spo2_percent"},
	{block.Column{Head: "Resp., /min", Share: 1.4}, func(v practice.VitalSigns) string { return number(v.RespiratoryRatePerMin, "") }, false, "respiratory_rate_per_min"},
	{block.Column{Head: "Temp., °C", Share: 1.3}, temperature, false, "temperature_decicelsius"},
}

func bloodPressure(v practice.VitalSigns) string {
	return joined("/", number(v.SystolicMmHg, ""), number(v.DiastolicMmHg, ""))
}

func temperature(v practice.VitalSigns) string {
	if v.TemperatureDeciCelsius == nil {
		return ""
	}
	return fmt.Sprintf("%.1f", float64(*v.TemperatureDeciCelsius)/10)
}

// levelTones colour a reading beyond a limit; the word is there as well.
var levelTones = map[practice.Level]block.Tone{
	practice.LevelCaution: block.Window, practice.LevelHold: block.Alarm, practice.LevelEmergency: block.Alarm,
}

func (b *builder) vitals(list []practice.VitalSigns, limits practice.Limits) {
	if len(list) == 0 || !b.parts[practice.PartVitals] {
		return
	}
	b.heading("Vital signs", nil)
	b.readings(list, limits)
}

// readings tells every reading against the limits, and draws them.
func (b *builder) readings(list []practice.VitalSigns, limits practice.Limits) {
	shown := slices.DeleteFunc(slices.Clone(vitalColumns), func(c vitalColumn) bool {
		return !c.always && !slices.ContainsFunc(list, func(v practice.VitalSigns) bool { return c.value(v) != "" })
	})
	table := block.Table{Columns: []block.Column{{Head: "Time", Share: 1}, {Head: "T+", Share: 1}}}
	for _, c := range shown {
		table.Columns = append(table.Columns, c.Column)
	}
	table.Columns = append(table.Columns, block.Column{Head: "Remarks", Share: 5.5})

	at := map[string]practice.Instant{}
	for _, v := range list {
		at[v.Entry.ID] = v.Entry.At
	}
	for _, v := range list {
		judged := v.Judge(limits)
		row := b.times(v.Entry)
		for _, c := range shown {
			row = append(row, strike(block.Text{{Text: c.value(v), Tone: beyond(judged, c.field)}}, v.Entry))
		}
		table.Rows = append(table.Rows, append(row, b.vitalRemarks(v, judged, at)))
	}
	b.add(table, block.Note{Text: block.Say(limitsUsed(limits))})
	b.chart(list)
}

// limitsUsed names the hold limits the readings were held against.
func limitsUsed(l practice.Limits) string { return "Hold limits used: " + limitsText(l) + "." }

// limitsText writes hold limits, and whose they are.
func limitsText(l practice.Limits) string {
	own, rest := l.Text(), l.DefaultText()
	if own != "" {
		own = "the prescriber's, " + own
	}
	if rest != "" {
		rest = "the defaults, " + rest
	}
	return joined("; ", own, rest)
}

// beyond returns the tone of the value in a column.
func beyond(j practice.Judgement, field string) block.Tone {
	for _, f := range j.Findings {
		if f.Field == field || f.Field == "diastolic_mmhg" && field == "systolic_mmhg" {
			return levelTones[f.Level]
		}
	}
	return block.Plain
}

func (b *builder) vitalRemarks(v practice.VitalSigns, j practice.Judgement, at map[string]practice.Instant) block.Text {
	by := ""
	if v.TakenBy != "" {
		by = "by " + v.TakenBy
	}
	text := block.Say(sentence(joined(", ", v.Position, by)))
	text = below(text[:len(text):len(text)], noteOf(v))
	text = strike(text, v.Entry)
	if v.Entry.Stands() {
		for _, f := range j.Findings {
			text = below(text, block.Text{{Text: f.Text, Tone: levelTones[f.Level]}})
		}
	}
	return below(text, b.remarks(v.Entry, at))
}

func noteOf(v practice.VitalSigns) block.Text {
	if v.Note == "" {
		return nil
	}
	return block.Say(v.Note)
}

// chart draws the readings that stand, against the minutes from the first
// dose. It needs a dose to count from, and two readings to compare.
func (b *builder) chart(list []practice.VitalSigns) {
	if b.firstDose == "" {
		return
	}
	var c block.Chart
	for _, v := range list {
		if !v.Entry.Stands() {
			continue
		}
		minute := float64(practice.TPlus(b.firstDose, v.Entry.At)) // as the table counts
		if v.SystolicMmHg != nil && v.DiastolicMmHg != nil {
			c.Ranges = append(c.Ranges, block.Range{Minute: minute, Low: float64(*v.DiastolicMmHg), High: float64(*v.SystolicMmHg)})
		}
		if v.HeartRateBpm != nil {
			c.Line = append(c.Line, block.Point{Minute: minute, Value: float64(*v.HeartRateBpm)})
		}
	}
	if max(len(c.Ranges), len(c.Line)) < 2 {
		return
	}
	for _, d := range b.given {
		c.Marks = append(c.Marks, block.Mark{Minute: float64(practice.TPlus(b.firstDose, d.Entry.At)), Label: practice.Milligrams(d.TakenUg)})
	}
	c.Alt = block.Say(chartWords(c))
	b.add(c)
}

// chartWords says what the chart shows, for those who do not see it.
func chartWords(c block.Chart) string {
	var parts []string
	if n := len(c.Ranges); n > 0 {
		high := slices.MaxFunc(c.Ranges, func(a, b block.Range) int { return int(a.High - b.High) })
		last := c.Ranges[n-1]
		parts = append(parts, fmt.Sprintf("blood pressure highest at %.0f/%.0f (%s), last %.0f/%.0f", high.High, high.Low, practice.TPlusText(int(high.Minute)), last.High, last.Low))
	}
	if n := len(c.Line); n > 0 {
		low, high := c.Line[0].Value, c.Line[0].Value
		for _, p := range c.Line {
			low, high = min(low, p.Value), max(high, p.Value)
		}
		parts = append(parts, fmt.Sprintf("heart rate from %.0f to %.0f", low, high))
	}
	return sentence(strings.Join(parts, "; ")) + "."
}
