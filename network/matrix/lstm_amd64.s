#include "textflag.h"
#include "function_amd64.h"

// In both kernels a step makes the gates and states of a vector of units, and the hidden units of the step before:
// those wait long for their states, and the gates of other units are what there is to do meanwhile.
//
// DI: the hidden units. SI: the states. R8, R9, R10, R11: sums, feedback, scale and bias. AX, BX, CX, R12: where in
// each of those the input, forget and output gates and the candidates of the vector begin, in bytes. R13: where the
// last input gates end.
#define BEGIN                      \
	MOVQ hidden+0(FP), DI      \
	MOVQ state+8(FP), SI       \
	MOVQ sums+16(FP), R8       \
	MOVQ feedback+24(FP), R9   \
	MOVQ scale+32(FP), R10     \
	MOVQ bias+40(FP), R11      \
	MOVQ units+48(FP), BX      \
	MOVQ count+56(FP), R13     \
	MOVQ table+64(FP), DX      \
	XORQ AX, AX                \
	SHLQ $2, R13               \
	SHLQ $2, BX                \
	LEAQ (BX)(BX*1), CX        \
	LEAQ (BX)(BX*2), R12

// NEXT goes on to the gates of the next units; JLT is to follow.
#define NEXT(units)           \
	ADDQ $(4*units), AX   \
	ADDQ $(4*units), BX   \
	ADDQ $(4*units), CX   \
	ADDQ $(4*units), R12  \
	CMPQ AX, R13

// narrow brings the lower halves of the 4 numbers in each half of a vector together.
DATA narrow<>+0(SB)/8, $0x0d0c090805040100
DATA narrow<>+8(SB)/8, $0x8080808080808080
DATA narrow<>+16(SB)/8, $0x0d0c090805040100
DATA narrow<>+24(SB)/8, $0x8080808080808080
GLOBL narrow<>(SB), RODATA|NOPTR, $32

// GATE256 makes the gates at an offset of their sums.
#define GATE256(at, y)                 \
	VMOVDQU   (R8)(at*1), y        \
	VPADDD    (R9)(at*1), y, y     \
	VCVTDQ2PS y, y                 \
	VMULPS    (R10)(at*1), y, y    \
	VADDPS    (R11)(at*1), y, y

// HIDDEN256 makes 8 hidden units of the states in Y8 and the output gates in Y9. No output gate times a tangent is
// beyond ±1, so that nothing need be held within ±Largest. VCVTPS2DQ gives 1<<31 for NaN, of which the lower half is 0.
#define HIDDEN256                        \
	TANH256(Y8)                      \
	VMULPS    Y8, Y9, Y9             \
	VMULPS    LARGEST, Y9, Y9        \
	VCVTPS2DQ Y9, Y9                 \
	VPSHUFB   narrow<>(SB), Y9, Y9   \
	VPERMQ    $0x08, Y9, Y9          \
	VMOVDQU   X9, (DI)

// func lstmAVX2(hidden *int16, state *float32, sums, feedback *int32, scale, bias *float32, units, count int,
//	table *constants)
//
// Y4 to Y7: input gates, forget gates, output gates, candidates; the new states take the place of the forget gates.
TEXT ·lstmAVX2(SB), NOSPLIT, $0-72
	BEGIN
	CONSTANTS256

eight:
	GATE256(AX, Y4)
	SIGMOID256(Y4)
	GATE256(BX, Y5)
	SIGMOID256(Y5)
	GATE256(R12, Y7)
	TANH256(Y7)
	GATE256(CX, Y6)
	SIGMOID256(Y6)
	VMULPS    (SI)(AX*1), Y5, Y5
	VMULPS    Y7, Y4, Y4
	VADDPS    Y4, Y5, Y5
	VMOVUPS   Y5, (SI)(AX*1)
	TESTQ     AX, AX
	JZ        first
	HIDDEN256
	ADDQ      $16, DI

first:
	VMOVAPS Y5, Y8
	VMOVAPS Y6, Y9
	NEXT(8)
	JLT eight
	HIDDEN256
	VZEROUPPER
	RET

#define GATE512(at, y)                 \
	VMOVDQU32 (R8)(at*1), y        \
	VPADDD    (R9)(at*1), y, y     \
	VCVTDQ2PS y, y                 \
	VMULPS    (R10)(at*1), y, y    \
	VADDPS    (R11)(at*1), y, y

// HIDDEN512 is like HIDDEN256. VPMOVDW takes the lower halves.
#define HIDDEN512                \
	TANH512(Z8)              \
	VMULPS    Z8, Z9, Z9     \
	VMULPS    Z30, Z9, Z9    \
	VCVTPS2DQ Z9, Z9         \
	VPMOVDW   Z9, (DI)

// func lstmAVX512(hidden *int16, state *float32, sums, feedback *int32, scale, bias *float32, units, count int,
//	table *constants)
//
// Z4 to Z9 like Y4 to Y9 above.
TEXT ·lstmAVX512(SB), NOSPLIT, $0-72
	BEGIN
	CONSTANTS512

sixteen:
	GATE512(AX, Z4)
	SIGMOID512(Z4)
	GATE512(BX, Z5)
	SIGMOID512(Z5)
	GATE512(R12, Z7)
	TANH512(Z7)
	GATE512(CX, Z6)
	SIGMOID512(Z6)
	VMULPS    (SI)(AX*1), Z5, Z5
	VMULPS    Z7, Z4, Z4
	VADDPS    Z4, Z5, Z5
	VMOVUPS   Z5, (SI)(AX*1)
	TESTQ     AX, AX
	JZ        first
	HIDDEN512
	ADDQ      $32, DI

first:
	VMOVAPS Z5, Z8
	VMOVAPS Z6, Z9
	NEXT(16)
	JLT sixteen
	HIDDEN512
	VZEROUPPER
	RET
