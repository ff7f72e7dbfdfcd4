package dev.protection.jdbc.attack;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The class path of these tests, for a process of its own, however the tests themselves were started. */
final class ClassPath {
    private ClassPath() {}

    static String ofTests() throws Exception {
        Set<String> entries = new LinkedHashSet<>();
        for (ClassLoader loader = ClassPath.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader some) {
                for (URL url : some.getURLs()) {
                    entries.add(Path.of(url.toURI()).toString());
                }
            }
        }
        for (String property : new String[] {"java.class.path", "jdk.module.path"}) {
            entries.add(System.getProperty(property, ""));
        }
        Module own = ClassPath.class.getModule();
        if (own.isNamed()) {
            entries.add(Path.of(ClassPath.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        entries.remove("");
        return String.join(File.pathSeparator, entries);
    }
}
