import doctor
import my_program

doctor.diagnose(my_program)
