package dev.protection.samples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the README are compiled and run: the Java sample on the declaration that stands below it. */
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");

    @TempDir
    private Path directory;

    @Test
    void snippetsWorkTogether() throws Exception {
        Path declaration = Files.writeString(directory.resolve("protection.yaml"), snippet("yaml"));
        compile(program(snippet("java")));
        URL[] classes = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, ReadmeTest.class.getClassLoader())) {
            Object name = loader.loadClass("ReadmeSnippet")
                    .getMethod("run", String.class)
                    .invoke(null, declaration.toString());
            assertThat(name).isEqualTo("Anna Virtanen");
        }
    }

    @Test
    void itIsShortAndShowsJavaEarly() throws IOException {
        List<String> lines = Files.readAllLines(README);
        assertThat(lines).hasSizeLessThanOrEqualTo(150);
        assertThat(lines.indexOf("```java")).isBetween(0, 20);
    }

    @Test
    void itsLinksLeadSomewhere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(README));
        while (links.find()) {
            assertThat(README.resolveSibling(links.group(1))).exists();
        }
    }

    private static String snippet(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(block.find()).as("a snippet in %s", language).isTrue();
        return block.group(1);
    }

    /** What the snippet leaves to the reader: imports, an agent, a row, and a place for the file. */
    private static String program(String snippet) {
        return """
                import dev.protection.*;
                import dev.protection.core.*;
                import dev.protection.encryption.*;
                import java.util.*;

                public class ReadmeSnippet {
                    public static Object run(String file) {
                        TenantId acme = TenantId.of("acme");
                        Actor agent = Actor.of("user-7", "agent", "acme");
                        Map<String, Object> row =
                                Map.of("contact_id", 1, "client_id", "acme", "full_name", "Anna Virtanen");
                %s
                    }
                }
                """.formatted(snippet.replace("\"classpath:protection.yaml\"", "file")
                .replaceFirst("}\\s*$", "return opened.fields().get(\"full_name\").get();\n}"));
    }

    private void compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject unit =
                new SimpleJavaFileObject(URI.create("string:///ReadmeSnippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        boolean compiled =
                compiler.getTask(said, null, null, options, null, List.of(unit)).call();
        assertThat(compiled).as(said.toString()).isTrue();
    }
}
