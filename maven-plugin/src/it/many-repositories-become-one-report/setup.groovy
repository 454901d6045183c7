import io.github.incidentadvisor.sample.Sandbox

def clone = { String name, Map files ->
    def folder = new File(basedir, "clones/" + name)
    files.each { path, text ->
        def file = new File(folder, path)
        file.parentFile.mkdirs()
        file.text = text
    }
    Sandbox.repository(folder.toPath())
}
def pom = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.2.0</version>
    <relativePath/>
  </parent>
  <groupId>it</groupId>
  <artifactId>shop</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter</artifactId>
    </dependency>
  </dependencies>
</project>
'''
clone("acme+shop", ["pom.xml": pom, ".mvn/extensions.xml": "<extensions><extension><groupId>no.such</groupId><artifactId>thing</artifactId><version>1</version></extension></extensions>"])
clone("acme+billing", ["pom.xml": pom.replace("shop", "billing")])
new File(basedir, "clones/acme+nothing").mkdirs()
return true
