package source

import (
	"bytes"
	"math"
	"strings"
)

// A pdfRun is a piece of text on a page: where its baseline begins and ends, and the size of its letters.
type pdfRun struct {
	text       string
	x, end, y  float64
	size       float64
	bold       bool
	unreadable int // codes that no table of the font explains
}

// pdfRuns is how many runs one page may have; the densest page of a newspaper has some ten thousand letters.
const pdfRuns = 200_000

// pdfOperatorWork is the work that an operator or operand counts for beside its bytes.
const pdfOperatorWork = 8

// A pdfMatrix is [a b c d e f] of ISO 32000-1, 8.3.3.
type pdfMatrix [6]float64

var identityMatrix = pdfMatrix{1, 0, 0, 1, 0, 0}

// times returns the matrix that does m first and n then.
func (m pdfMatrix) times(n pdfMatrix) pdfMatrix {
	return pdfMatrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func translation(x, y float64) pdfMatrix { return pdfMatrix{1, 0, 0, 1, x, y} }

// A pdfTextState is the part of the graphics state that text depends on (ISO 32000-1, 9.3).
type pdfTextState struct {
	matrix    pdfMatrix // of the page
	font      *pdfFont
	size      float64
	character float64 // space added behind every code
	word      float64 // and behind a space
	scale     float64
	leading   float64
	rise      float64
}

// A pdfPage reads the content of one page.
type pdfPage struct {
	file      *pdfFile
	fonts     map[pdfReference]*pdfFont // by reference, so that each is read once
	runs      []pdfRun
	state     pdfTextState
	saved     []pdfTextState
	text      pdfMatrix // where the next letter goes
	line      pdfMatrix // where the line began
	formDepth int
}

// runs returns the text of a page, in the order of its content.
func (f *pdfFile) runs(page pdfDict, fonts map[pdfReference]*pdfFont) []pdfRun {
	reader := pdfPage{
		file: f, fonts: fonts, state: pdfTextState{matrix: identityMatrix, scale: 1},
		text: identityMatrix, line: identityMatrix,
	}
	var content []byte
	for _, part := range f.list(page["Contents"]) {
		if stream, isStream := f.resolve(part).(pdfStream); isStream {
			content = append(append(content, f.decode(stream)...), '\n')
		}
	}
	reader.read(content, f.dict(page["Resources"]))
	return reader.runs
}

// read runs the operators of a content stream.
func (p *pdfPage) read(content []byte, resources pdfDict) {
	lexer := pdfLexer{data: content}
	var operands []any
	for p.file.spend(pdfOperatorWork) {
		value, more := lexer.next()
		if !more {
			return
		}
		operator, isOperator := value.(pdfOperator)
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
		if len(p.runs) > pdfRuns {
			p.file.fail("a page of the PDF has too many pieces of text")
		}
	}
}

// skipInlineImage goes to the end of the picture that stands within the operators.
func (l *pdfLexer) skipInlineImage() {
	if end := bytes.Index(l.data[l.at:], []byte("EI")); end >= 0 {
		l.at += end
		return
	}
	l.at = len(l.data)
}

func (p *pdfPage) run(operator pdfOperator, operands []any, resources pdfDict) {
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

func matrixOf(number func(int) float64) pdfMatrix {
	return pdfMatrix{number(0), number(1), number(2), number(3), number(4), number(5)}
}

func (p *pdfPage) runGraphics(operator pdfOperator, operands []any, resources pdfDict) {
	const mostSaved = 512
	switch {
	case operator == "q" && len(p.saved) < mostSaved:
		p.saved = append(p.saved, p.state)
	case operator == "Q" && len(p.saved) > 0:
		p.state, p.saved = p.saved[len(p.saved)-1], p.saved[:len(p.saved)-1]
	case operator == "cm" && len(operands) == 6:
		p.state.matrix = matrixOf(func(i int) float64 { return p.file.number(operands[i]) }).times(p.state.matrix)
	case operator == "Do" && len(operands) == 1:
		name, _ := operands[0].(pdfName)
		p.form(p.file.dict(resources["XObject"])[name], resources)
	}
}

// form reads a piece of content that stands for itself; it may hold another, but not without end.
func (p *pdfPage) form(value any, resources pdfDict) {
	const deepest = 8
	stream, isStream := p.file.resolve(value).(pdfStream)
	if !isStream || stream.dict["Subtype"] != pdfName("Form") || p.formDepth >= deepest {
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

func (p *pdfPage) setFont(operands []any, resources pdfDict) {
	if len(operands) != 2 {
		return
	}
	name, _ := operands[0].(pdfName)
	value := p.file.dict(resources["Font"])[name]
	p.state.size = p.file.number(operands[1])
	reference, isReference := value.(pdfReference)
	if font, known := p.fonts[reference]; known && isReference {
		p.state.font = font
		return
	}
	p.state.font = p.file.font(value)
	if isReference {
		p.fonts[reference] = p.state.font
	}
}

func (p *pdfPage) newLine(x, y float64) {
	p.line = translation(x, y).times(p.line)
	p.text = p.line
}

func (p *pdfPage) runShow(operator pdfOperator, operands []any) {
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
		case pdfString:
			p.show(piece)
		case float64:
			p.text = translation(-piece/1000*p.state.size*p.state.scale, 0).times(p.text)
		}
	}
}

// show adds the run of a string and moves on behind it. Text that does not run from left to right is left out: marks
// across the page and notes at its side.
func (p *pdfPage) show(codes pdfString) {
	state := p.state
	before := translation(0, state.rise).times(p.text).times(state.matrix)
	size := math.Abs(state.size) * math.Hypot(before[2], before[3])
	run := pdfRun{x: before[4], y: before[5], size: size, bold: state.font.bold}
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
