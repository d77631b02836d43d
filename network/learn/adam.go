package learn

import "math"

// An adam is the optimiser AdamW (Kingma and Ba 2015; Loshchilov and Hutter 2019) with a moving average of the weights,
// which is what is kept in the end (Polyak and Juditsky 1992).
type adam struct {
	parameters []*parameter
	step       int
}

// The constants of the optimiser: the decays of the two moments as in Dozat and Manning 2017, who found 0.9 too slow to
// forget for the second one's usual 0.999.
const (
	firstDecay  = 0.9
	secondDecay = 0.98
	stability   = 1e-8
	weightDecay = 0.01
	largestNorm = 5.0 // of the gradient of all parameters together
)

// update changes the parameters against the gradients, sets those to zero, and moves the averages.
func (a *adam) update(rate, average float32) {
	a.step++
	shrink := a.shrink()
	first := rate / (1 - float32(math.Pow(firstDecay, float64(a.step))))
	second := 1 / (1 - float32(math.Pow(secondDecay, float64(a.step))))
	keep := min(average, float32(a.step)/float32(a.step+10))
	InEach(a.parameters, func(p *parameter) {
		for i, g := range p.Gradient {
			g *= shrink
			p.first[i] += float32((1 - firstDecay) * (g - p.first[i]))
			p.second[i] += float32((1 - secondDecay) * (float32(g*g) - p.second[i]))
			move := p.first[i] * first / (float32(math.Sqrt(float64(p.second[i]*second))) + stability)
			p.Value[i] -= move + float32(rate*weightDecay*p.Value[i])
			p.average[i] += float32((1 - keep) * (p.Value[i] - p.average[i]))
		}
		clear(p.Gradient)
	})
}

// shrink returns by what the gradient is to be multiplied so that its norm stays below largestNorm.
func (a *adam) shrink() float32 {
	sum := 0.0
	for _, p := range a.parameters {
		for _, g := range p.Gradient {
			sum += float64(g) * float64(g)
		}
	}
	return float32(min(1, largestNorm/math.Sqrt(sum+1e-12)))
}
