import doctor

doctor.diagnose(globals())
