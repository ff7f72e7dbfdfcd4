package dev.protection.jdbc;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the test sources of every module say, by names alone: classes, their tests, and who calls what. */
final class TestSources {
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");

    /**
     * A class and its tests.
     *
     * @param name simple name
     * @param parent simple name of what it extends, or empty
     * @param runnable whether it can be made: top-level and not abstract
     * @param tests the methods that are tests
     */
    record TestClass(String name, String parent, boolean runnable, List<String> tests) {}

    final List<TestClass> classes = new ArrayList<>();
    final Set<String> annotations = new HashSet<>();
    final Map<String, Set<String>> calls = new HashMap<>();
    /** Tests that answer whether they hold, as jqwik allows. */
    final Set<String> predicates = new HashSet<>();

    static TestSources of(Path root) throws IOException {
        TestSources sources = new TestSources();
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files(root)));
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().forEach(type -> sources.new Reader().scan(type, null));
            }
        }
        return sources;
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String place : List.of("", "samples")) {
            try (Stream<Path> modules = Files.list(root.resolve(place))) {
                modules.map(module -> module.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .forEach(tests -> found.addAll(javaIn(tests)));
            }
        }
        return found;
    }

    private static List<Path> javaIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final List<TestClass> enclosing = new ArrayList<>();
        private String method = "";

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            boolean concrete = type.getKind() == Tree.Kind.CLASS
                    && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
            String parent = type.getExtendsClause() == null ? "" : last(type.getExtendsClause());
            TestClass read = new TestClass(
                    type.getSimpleName().toString(), parent, concrete && enclosing.isEmpty(), new ArrayList<>());
            classes.add(read);
            enclosing.add(read);
            super.visitClass(type, null);
            enclosing.remove(read);
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree declared, @Nullable Void none) {
            String outer = method;
            method = declared.getName().toString();
            boolean test = declared.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> TESTS.contains(last(annotation.getAnnotationType())));
            if (test) {
                enclosing.get(enclosing.size() - 1).tests().add(method);
                if (declared.getReturnType() instanceof PrimitiveTypeTree type
                        && type.getPrimitiveTypeKind() == TypeKind.BOOLEAN) {
                    predicates.add(method);
                }
            }
            super.visitMethod(declared, null);
            method = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
            calls.computeIfAbsent(method, unseen -> new HashSet<>()).add(last(call.getMethodSelect()));
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void none) {
            calls.computeIfAbsent(method, unseen -> new HashSet<>())
                    .add(reference.getName().toString());
            return super.visitMemberReference(reference, null);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void none) {
            annotations.add(last(annotation.getAnnotationType()));
            return super.visitAnnotation(annotation, null);
        }

        private String last(Tree name) {
            if (name instanceof MemberSelectTree select) {
                return select.getIdentifier().toString();
            }
            if (name instanceof ParameterizedTypeTree generic) {
                return last(generic.getType());
            }
            return name instanceof IdentifierTree identifier
                    ? identifier.getName().toString()
                    : "";
        }
    }
}
