package learn

import (
	"math"
	"slices"

	"rashomon/network"
	"rashomon/network/matrix"
)

// Export writes the weights as whole numbers, as package network reads them: tables, layers and vectors under their names.
// What goes into a layer is in units of 1/[network.Unit], or of 1/[network.PerInput] if the layer is called inputName.
func (w *Weights) Export(out *network.Writer) {
	for _, t := range w.tables {
		out.Int16(t.name, t.Columns, quantized(t.Value, network.PerInput))
	}
	for _, d := range w.denses {
		unit := float32(network.Unit)
		if d.name == inputName {
			unit = network.PerInput
		}
		d.export(out, unit)
	}
	for _, l := range w.lstms {
		l.export(out)
	}
	for _, v := range w.vectors {
		out.Float32(v.name, v.Value)
	}
}

func quantized(values []float32, perOne float32) []int16 {
	out := make([]int16, len(values))
	matrix.Quantize(out, values, perOne)
	return out
}

// export writes a layer, the weights of each output in a scale of their own.
func (d Dense) export(out *network.Writer, unit float32) {
	weights, scales := scaled(d.weight.Rows, d.weight.Row)
	for i := range scales {
		scales[i] /= unit
	}
	out.Int16(d.name+" weights", d.weight.Columns, weights)
	out.Float32(d.name+" scale", scales)
	out.Float32(d.name+" bias", d.bias.Value)
}

// export writes a direction of a recurrent layer. A gate's weights for the inputs and for the feedback share a scale.
func (l *lstm) export(out *network.Writer) {
	inputs, size := l.input.Columns, l.recurrent.Rows
	together, scales := scaled(l.input.Rows, func(gate int) []float32 {
		row := slices.Clone(l.input.Row(gate))
		for i := range size {
			row = append(row, l.recurrent.Row(i)[gate])
		}
		return row
	})
	var input, feedback []int16
	for gate := range l.input.Rows {
		row := together[gate*(inputs+size) : (gate+1)*(inputs+size)]
		input, feedback = append(input, row[:inputs]...), append(feedback, row[inputs:]...)
		scales[gate] /= network.Unit
	}
	out.Int16(l.name+" weights", inputs, input)
	out.Int16(l.name+" feedback", size, feedback)
	out.Float32(l.name+" scale", scales)
	out.Float32(l.name+" bias", l.bias.Value)
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
