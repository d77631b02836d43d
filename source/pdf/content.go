package pdf

import (
	"bytes"
	"math"
	"strings"
)

// A textRun is a piece of text on a page: where its baseline begins and ends, and the size of its letters.
type textRun struct {
	text       string
	x, end, y  float64
	size       float64
	bold       bool
	unreadable int // codes that no table of the font explains
}

// mostRuns is how many runs one page may have; the densest page of a newspaper has some ten thousand letters.
const mostRuns = 200_000

// operatorWork is the work that an operator or operand counts for beside its bytes.
const operatorWork = 8

// A matrix is [a b c d e f] of ISO 32000-1, 8.3.3.
type matrix [6]float64

var identityMatrix = matrix{1, 0, 0, 1, 0, 0}

// times returns the matrix that does m first and n then.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func translation(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// A textState is the part of the graphics state that text depends on (ISO 32000-1, 9.3).
type textState struct {
	matrix    matrix // of the page
	font      *typeface
	size      float64
	character float64 // space added behind every code
	word      float64 // and behind a space
	scale     float64
	leading   float64
	rise      float64
}

// A pageReader reads the content of one page.
type pageReader struct {
	file      *file
	fonts     map[reference]*typeface // by reference, so that each is read once
	runs      []textRun
	state     textState
	saved     []textState
	text      matrix // where the next letter goes
	line      matrix // where the line began
	formDepth int
}

// runs returns the text of a page, in the order of its content.
func (f *file) runs(page dictionary, fonts map[reference]*typeface) []textRun {
	reader := pageReader{
		file: f, fonts: fonts, state: textState{matrix: identityMatrix, scale: 1},
		text: identityMatrix, line: identityMatrix,
	}
	var content []byte
	for _, part := range f.list(page["Contents"]) {
		if stream, isStream := f.resolve(part).(stream); isStream {
			content = append(append(content, f.decode(stream)...), '\n')
		}
	}
	reader.read(content, f.dict(page["Resources"]))
	return reader.runs
}

// read runs the operators of a content stream.
func (p *pageReader) read(content []byte, resources dictionary) {
	lexer := lexer{data: content}
	var operands []any
	for p.file.spend(operatorWork) {
		value, more := lexer.next()
		if !more {
			return
		}
		operator, isOperator := value.(keyword)
		if !isOperator {
			const most = 64 // operands; no operator has more than a few
			if len(operands) < most {
				operands = append(operands, value)
			}
			continue
		}
		if operator == "ID" {
			lexer.skipInlineImage()
		}
		p.run(operator, operands, resources)
		operands = operands[:0]
		if len(p.runs) > mostRuns {
			p.file.fail("a page of the PDF has too many pieces of text")
		}
	}
}

// skipInlineImage goes to the end of the picture that stands within the operators.
func (l *lexer) skipInlineImage() {
	if end := bytes.Index(l.data[l.at:], []byte("EI")); end >= 0 {
		l.at += end
		return
	}
	l.at = len(l.data)
}

func (p *pageReader) run(operator keyword, operands []any, resources dictionary) {
	number := func(i int) float64 {
		if i >= len(operands) {
			return 0
		}
		return p.file.number(operands[i])
	}
	switch operator {
	case "q", "Q", "cm", "Do":
		p.runGraphics(operator, operands, resources)
	case "BT":
		p.text, p.line = identityMatrix, identityMatrix
	case "Tc":
		p.state.character = number(0)
	case "Tw":
		p.state.word = number(0)
	case "Tz":
		p.state.scale = number(0) / 100
	case "TL":
		p.state.leading = number(0)
	case "Ts":
		p.state.rise = number(0)
	case "Tf":
		p.setFont(operands, resources)
	case "Td":
		p.newLine(number(0), number(1))
	case "TD":
		p.state.leading = -number(1)
		p.newLine(number(0), number(1))
	case "Tm":
		p.line = matrixOf(number)
		p.text = p.line
	case "T*":
		p.newLine(0, -p.state.leading)
	case "Tj", "TJ", "'", "\"":
		p.runShow(operator, operands)
	}
}

func matrixOf(number func(int) float64) matrix {
	return matrix{number(0), number(1), number(2), number(3), number(4), number(5)}
}

func (p *pageReader) runGraphics(operator keyword, operands []any, resources dictionary) {
	const mostSaved = 512
	switch {
	case operator == "q" && len(p.saved) < mostSaved:
		p.saved = append(p.saved, p.state)
	case operator == "Q" && len(p.saved) > 0:
		p.state, p.saved = p.saved[len(p.saved)-1], p.saved[:len(p.saved)-1]
	case operator == "cm" && len(operands) == 6:
		p.state.matrix = matrixOf(func(i int) float64 { return p.file.number(operands[i]) }).times(p.state.matrix)
	case operator == "Do" && len(operands) == 1:
		name, _ := operands[0].(nameObject)
		p.form(p.file.dict(resources["XObject"])[name], resources)
	}
}

// form reads a piece of content that stands for itself; it may hold another, but not without end.
func (p *pageReader) form(value any, resources dictionary) {
	const deepest = 8
	stream, isStream := p.file.resolve(value).(stream)
	if !isStream || stream.dict["Subtype"] != nameObject("Form") || p.formDepth >= deepest {
		return
	}
	if own := p.file.dict(stream.dict["Resources"]); own != nil {
		resources = own
	}
	state, saved := p.state, p.saved
	if matrix := p.file.array(stream.dict["Matrix"]); len(matrix) == 6 {
		p.state.matrix = matrixOf(func(i int) float64 { return p.file.number(matrix[i]) }).times(p.state.matrix)
	}
	p.saved = nil
	p.formDepth++
	p.read(p.file.decode(stream), resources)
	p.formDepth--
	p.state, p.saved = state, saved
}

func (p *pageReader) setFont(operands []any, resources dictionary) {
	if len(operands) != 2 {
		return
	}
	name, _ := operands[0].(nameObject)
	value := p.file.dict(resources["Font"])[name]
	p.state.size = p.file.number(operands[1])
	reference, isReference := value.(reference)
	if font, known := p.fonts[reference]; known && isReference {
		p.state.font = font
		return
	}
	p.state.font = p.file.font(value)
	if isReference {
		p.fonts[reference] = p.state.font
	}
}

func (p *pageReader) newLine(x, y float64) {
	p.line = translation(x, y).times(p.line)
	p.text = p.line
}

func (p *pageReader) runShow(operator keyword, operands []any) {
	if len(operands) == 0 || p.state.font == nil {
		return
	}
	if operator == "\"" && len(operands) == 3 {
		p.state.word, p.state.character = p.file.number(operands[0]), p.file.number(operands[1])
	}
	if operator == "'" || operator == "\"" {
		p.newLine(0, -p.state.leading)
	}
	for _, piece := range p.file.list(operands[len(operands)-1]) {
		switch piece := piece.(type) {
		case stringObject:
			p.show(piece)
		case float64:
			p.text = translation(-piece/1000*p.state.size*p.state.scale, 0).times(p.text)
		}
	}
}

// show adds the run of a string and moves on behind it. Text that does not run from left to right is left out: marks
// across the page and notes at its side.
func (p *pageReader) show(codes stringObject) {
	state := p.state
	before := translation(0, state.rise).times(p.text).times(state.matrix)
	size := math.Abs(state.size) * math.Hypot(before[2], before[3])
	run := textRun{x: before[4], y: before[5], size: size, bold: state.font.bold}
	var text strings.Builder
	advance := 0.0
	state.font.decode(codes, func(glyph string, width float64, space bool) {
		advance += width/1000*state.size + state.character
		if space {
			advance += state.word
		}
		if glyph == "" {
			run.unreadable++
		}
		text.WriteString(glyph)
	})
	p.file.spend(len(codes))
	p.text = translation(advance*state.scale, 0).times(p.text)
	run.end = p.text.times(state.matrix)[4]
	run.text = text.String()
	if before[0] > math.Abs(before[1]) && isFinite(run.x+run.end+run.y+run.size) {
		p.runs = append(p.runs, run)
	}
}

func isFinite(number float64) bool { return !math.IsNaN(number) && !math.IsInf(number, 0) }
