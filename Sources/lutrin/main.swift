print("lutrin")
