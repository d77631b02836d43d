package main

import (
	"math"

	"rashomon/network"
	"rashomon/network/matrix"
)

// An exporter writes a network as whole numbers. What goes into a layer is in units of 1/unit.
type exporter struct {
	*network.Writer
}

// export returns the model file of a network.
func export(n *scorer, v *vocabulary) []byte {
	e := exporter{&network.Writer{}}
	e.Strings("words", v.words.names)
	for q, name := range []string{"upos", "xpos", "features", "scripts"} {
		e.Strings(name, v.tags[q].names)
	}
	e.Strings("tags", v.together.names)
	e.Strings("relations", v.relations.names)
	e.table("learned", n.learned)
	e.table("hashed", n.hashed)
	for _, d := range n.denses {
		unit := float32(matrix.Largest)
		if d.name == n.input.name {
			unit = network.PerInput
		}
		e.dense(d, unit)
	}
	for _, layer := range n.recurrent {
		e.lstm(layer[0])
		e.lstm(layer[1])
	}
	e.Float32("root key", n.rootKey.value)
	e.Float32("root governor", n.rootGovernor.value)
	return e.File()
}

// table writes a table of the input layer.
func (e exporter) table(name string, t *tensor) {
	e.Int16(name, t.columns, quantized(t.value, network.PerInput))
}

func quantized(values []float32, perOne float32) []int16 {
	out := make([]int16, len(values))
	matrix.Quantize(out, values, perOne)
	return out
}

// dense writes a layer, the weights of each output in a scale of their own.
func (e exporter) dense(d dense, unit float32) {
	weights, scales := scaled(d.weight.rows, func(output int) []float32 { return d.weight.row(output) })
	for i := range scales {
		scales[i] /= unit
	}
	e.Int16(d.name+" weights", d.weight.columns, weights)
	e.Float32(d.name+" scale", scales)
	e.Float32(d.name+" bias", d.bias.value)
}

// lstm writes a direction of a recurrent layer. A gate's weights for the inputs and for the feedback share a scale.
func (e exporter) lstm(l *lstm) {
	inputs, size := l.input.columns, l.recurrent.rows
	together, scales := scaled(l.input.rows, func(gate int) []float32 {
		row := append([]float32(nil), l.input.row(gate)...)
		for i := range size {
			row = append(row, l.recurrent.row(i)[gate])
		}
		return row
	})
	var input, feedback []int16
	for gate := range l.input.rows {
		row := together[gate*(inputs+size) : (gate+1)*(inputs+size)]
		input, feedback = append(input, row[:inputs]...), append(feedback, row[inputs:]...)
		scales[gate] /= matrix.Largest
	}
	e.Int16(l.name+" weights", inputs, input)
	e.Int16(l.name+" feedback", size, feedback)
	e.Float32(l.name+" scale", scales)
	e.Float32(l.name+" bias", l.bias.value)
}

// scaled returns rows of weights as whole numbers, the largest of each row becoming the largest there is, and what 1 stands
// for in each row.
func scaled(rows int, row func(int) []float32) (weights []int16, scales []float32) {
	for i := range rows {
		values := row(i)
		most := float32(1e-6)
		for _, v := range values {
			most = max(most, float32(math.Abs(float64(v))))
		}
		weights = append(weights, quantized(values, matrix.Largest/most)...)
		scales = append(scales, most/matrix.Largest)
	}
	return weights, scales
}
