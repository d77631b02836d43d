<<<<<<<< HEAD:ui/dist/assets/Loaded-UkpuvOPF.js
import{A as e,E as t,I as n,K as r,O as i,S as a,k as o,t as s}from"./index-BCdk4tQs.js";var c=e(`<p class="waiting" role="status">Reading …</p>`);function l(e,l){var u=o(),d=r(u);t(d,()=>l.from,e=>{var t=c();i(e,t)},(e,t)=>{var s=o(),c=r(s);a(c,()=>l.children,()=>n(t)),i(e,s)},(e,t)=>{s(e,{get error(){return n(t)}})}),i(e,u)}export{l as t};
========
import{A as e,E as t,I as n,K as r,O as i,S as a,k as o,t as s}from"./index-DhKfoC6t.js";var c=e(`<p class="waiting" role="status">Reading …</p>`);function l(e,l){var u=o(),d=r(u);t(d,()=>l.from,e=>{var t=c();i(e,t)},(e,t)=>{var s=o(),c=r(s);a(c,()=>l.children,()=>n(t)),i(e,s)},(e,t)=>{s(e,{get error(){return n(t)}})}),i(e,u)}export{l as t};
>>>>>>>> d9fa340 (report: rashomon report and GET /api/v1/report write all that stands between the accounts into one file, with every sentence behind it):ui/dist/assets/Loaded-DXxwvBmO.js
