#include "textflag.h"

// Y0 holds the partial sums of the lanes 0 to 7, Y1 those of the lanes 8 to 15.

// FOLD adds them up as fold in normalize.go does: halves of 8 lanes, then of 4, of 2, of 1. The sum is in X0.
#define FOLD                       \
	VADDPS Y1, Y0, Y0          \
	VEXTRACTF128 $1, Y0, X1    \
	VADDPS X1, X0, X0          \
	VMOVHLPS X0, X0, X1        \
	VADDPS X1, X0, X0          \
	VMOVSHDUP X0, X1           \
	VADDSS X1, X0, X0

// func sumAVX2(x *float32, count int) float32
TEXT ·sumAVX2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ count+8(FP), CX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1

sixteen:
	VADDPS (SI), Y0, Y0
	VADDPS 32(SI), Y1, Y1
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ  sixteen
	FOLD
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func squaresAVX2(x *float32, count int, mean float32) float32
TEXT ·squaresAVX2(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), SI
	MOVQ count+8(FP), CX
	VBROADCASTSS mean+16(FP), Y15
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1

sixteen:
	VMOVUPS (SI), Y2
	VMOVUPS 32(SI), Y3
	VSUBPS Y15, Y2, Y2
	VSUBPS Y15, Y3, Y3
	VMULPS Y2, Y2, Y2
	VMULPS Y3, Y3, Y3
	VADDPS Y2, Y0, Y0
	VADDPS Y3, Y1, Y1
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ  sixteen
	FOLD
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func spreadAVX2(dst, x, gain, bias *float32, count int, mean, inverse float32)
TEXT ·spreadAVX2(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ gain+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ count+32(FP), CX
	VBROADCASTSS mean+40(FP), Y14
	VBROADCASTSS inverse+44(FP), Y15
	XORQ AX, AX

eight:
	VMOVUPS (SI)(AX*4), Y0
	VSUBPS Y14, Y0, Y0
	VMULPS Y15, Y0, Y0
	VMULPS (R8)(AX*4), Y0, Y0
	VADDPS (R9)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT  eight
	VZEROUPPER
	RET
