#include <trident/quadrature/w_angle_rule.hpp>
#include <cstdio>
int main(){ for(double a: {1e-12,1e-9,1e-6,1e-3,.1,.5,1.,1.9,2.1,10.}){ trident::w_angle_rule r(a,1); double w=0; 
 for(int k=-2;k<=3;++k){ double s=0; for(size_t i=0;i<r.size();++i) s+=r.weights()[i]*std::pow(r.denominators()[i],k);
 long double A=a,B=1+A, e= k==-1? logl(B/A): (powl(B,k+1)-powl(A,k+1))/(k+1); printf("%9.1e ",(double)(s/e-1));} puts("");}
}
