import io.github.incidentadvisor.sample.SampleProject

def module = basedir.toPath().parent.parent.parent
SampleProject.layOut(module.resolve("src/sample"), basedir.toPath().resolve("laid-out"))
return true
