import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Gives the classes of a jar the class-file version of Java 8, with the stack maps that it
 * requires. Their code stays the same. Java's AOT cache leaves out classes of versions before Java
 * 6, which are verified in another way, and picocli is compiled for Java 5. Needs Java 24 or later;
 * earlier ones fail and leave the jar as it is.
 */
final class NewerClasses {
  private static final int JAVA_8 = ClassFile.JAVA_8_VERSION;

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path copy = Path.of(args[0] + ".part");
    URL[] place = {jar.toUri().toURL()};
    try (URLClassLoader classes = new URLClassLoader(place, ClassLoader.getPlatformClassLoader());
        JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      ClassFile format =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(classes)));
      for (JarEntry each : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(each).readAllBytes();
        JarEntry entry = new JarEntry(each.getName());
        entry.setTime(each.getTime());
        to.putNextEntry(entry);
        to.write(each.getName().endsWith(".class") ? newer(format, content) : content);
        to.closeEntry();
      }
    }
    Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] newer(ClassFile format, byte[] content) {
    ClassModel old = format.parse(content);
    if (old.majorVersion() >= JAVA_8) {
      return content;
    }
    return format.transformClass(
        old,
        (to, element) -> {
          switch (element) {
            case ClassFileVersion version -> to.withVersion(JAVA_8, 0);
            case MethodModel method ->
                to.transformMethod(
                    method,
                    (copy, part) -> {
                      // Stack maps are made only for code that is written again.
                      if (part instanceof CodeModel code) {
                        copy.transformCode(code, (out, instruction) -> out.with(instruction));
                      } else {
                        copy.with(part);
                      }
                    });
            case ClassElement other -> to.with(other);
          }
        });
  }
}
