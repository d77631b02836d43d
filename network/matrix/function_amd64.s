#include "textflag.h"
#include "function_amd64.h"

// BEGIN takes the arguments of a function of one number.
#define BEGIN               \
	MOVQ dst+0(FP), DI    \
	MOVQ x+8(FP), SI      \
	MOVQ count+16(FP), CX \
	MOVQ table+24(FP), DX

// NEXT256 stores 8 results and goes on to the next 8 numbers; JNZ is to follow.
#define NEXT256(result)       \
	VMOVUPS result, (DI)  \
	ADDQ    $32, SI       \
	ADDQ    $32, DI       \
	SUBQ    $8, CX

#define NEXT512(result)       \
	VMOVUPS result, (DI)  \
	ADDQ    $64, SI       \
	ADDQ    $64, DI       \
	SUBQ    $16, CX

// func expAVX2(dst, x *float32, count int, table *constants)
//
// In the end Y3 and Y1 are the two powers of 2.
TEXT ·expAVX2(SB), NOSPLIT, $0-32
	BEGIN
	CONSTANTS256

eight:
	VMOVUPS (SI), Y0
	VXORPS  SIGN, Y0, Y0
	VMAXPS  Y0, Y13, Y0
	VMINPS  Y0, Y14, Y0
	SERIES256(Y0)
	VPSUBD  SHIFT, Y1, Y1
	VPSRAD  $1, Y1, Y3
	VPSUBD  Y3, Y1, Y1
	VPADDD  EXPONENT, Y3, Y3
	VPSLLD  $23, Y3, Y3
	VMULPS  Y3, Y2, Y2
	VPADDD  EXPONENT, Y1, Y1
	VPSLLD  $23, Y1, Y1
	VMULPS  Y1, Y2, Y2
	NEXT256(Y2)
	JNZ eight
	VZEROUPPER
	RET

// func sigmoidAVX2(dst, x *float32, count int, table *constants)
TEXT ·sigmoidAVX2(SB), NOSPLIT, $0-32
	BEGIN
	CONSTANTS256

eight:
	VMOVUPS (SI), Y4
	SIGMOID256(Y4)
	NEXT256(Y4)
	JNZ eight
	VZEROUPPER
	RET

// func tanhAVX2(dst, x *float32, count int, table *constants)
TEXT ·tanhAVX2(SB), NOSPLIT, $0-32
	BEGIN
	CONSTANTS256

eight:
	VMOVUPS (SI), Y4
	TANH256(Y4)
	NEXT256(Y4)
	JNZ eight
	VZEROUPPER
	RET

// func expAVX512(dst, x *float32, count int, table *constants)
TEXT ·expAVX512(SB), NOSPLIT, $0-32
	BEGIN
	CONSTANTS512

sixteen:
	VPXORD (SI), Z29, Z4
	EXP512(Z4)
	NEXT512(Z4)
	JNZ sixteen
	VZEROUPPER
	RET

// func sigmoidAVX512(dst, x *float32, count int, table *constants)
TEXT ·sigmoidAVX512(SB), NOSPLIT, $0-32
	BEGIN
	CONSTANTS512

sixteen:
	VMOVUPS (SI), Z4
	SIGMOID512(Z4)
	NEXT512(Z4)
	JNZ sixteen
	VZEROUPPER
	RET

// func tanhAVX512(dst, x *float32, count int, table *constants)
TEXT ·tanhAVX512(SB), NOSPLIT, $0-32
	BEGIN
	CONSTANTS512

sixteen:
	VMOVUPS (SI), Z4
	TANH512(Z4)
	NEXT512(Z4)
	JNZ sixteen
	VZEROUPPER
	RET
