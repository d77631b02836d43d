#include "textflag.h"

// func quantizeAVX2(dst *int16, x *float32, count int, scale, least, greatest float32)
//
// 16 numbers at once. A comparison with itself (7: ordered) gives ones in all bits but where x*scale is not a number,
// and the AND with it turns that to 0. VCVTPS2DQ rounds to the nearest whole number, a half to the even one, as this is
// how Go leaves the processor set. VPACKSSDW puts its halves together by turns of 4; VPERMQ sets them right.
TEXT ·quantizeAVX2(SB), NOSPLIT, $0-36
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ count+16(FP), CX
	VBROADCASTSS scale+24(FP), Y13
	VBROADCASTSS least+28(FP), Y14
	VBROADCASTSS greatest+32(FP), Y15

sixteen:
	VMULPS (SI), Y13, Y0
	VMULPS 32(SI), Y13, Y1
	VCMPPS $7, Y0, Y0, Y2
	VCMPPS $7, Y1, Y1, Y3
	VMAXPS Y14, Y0, Y0
	VMAXPS Y14, Y1, Y1
	VMINPS Y15, Y0, Y0
	VMINPS Y15, Y1, Y1
	VANDPS Y2, Y0, Y0
	VANDPS Y3, Y1, Y1
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ  sixteen
	VZEROUPPER
	RET

// func dequantizeAVX2(dst *float32, sum *int32, scale, bias *float32, count int)
TEXT ·dequantizeAVX2(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ sum+8(FP), SI
	MOVQ scale+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ count+32(FP), CX
	XORQ AX, AX

eight:
	VCVTDQ2PS (SI)(AX*4), Y0
	VMULPS (R8)(AX*4), Y0, Y0
	VADDPS (R9)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT  eight
	VZEROUPPER
	RET
