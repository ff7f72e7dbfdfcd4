package dev.protection.core;

import dev.protection.audit.Verification;
import dev.protection.core.audit.ExportedLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Verifies an exported audit log from the command line, without its database and its private keys:
 *
 * <pre>java -cp ... dev.protection.core.VerifyLog DIRECTORY [--keys FILE] [--since CHECKPOINT] [--entry NUMBER]</pre>
 *
 * <p>{@code --keys}: the log's public keys as the auditor knows them; without it those in the export are used.
 * {@code --since}: a checkpoint kept from before that the log must continue. {@code --entry}: print the proof that an
 * entry is in the log. The exit code is 0 when the log is whole, 1 when it is not, 2 when it cannot be read.
 */
public final class VerifyLog {
    private static final int WHOLE = 0;
    private static final int WRONG = 1;
    private static final int UNREADABLE = 2;

    private final PrintStream out;

    private VerifyLog(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments the directory and the options
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /**
     * Runs the command.
     *
     * @param arguments the directory and the options
     * @param out takes what is said
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() % 2 == 0) {
            out.println("usage: VerifyLog DIRECTORY [--keys FILE] [--since CHECKPOINT] [--entry NUMBER]");
            return UNREADABLE;
        }
        try {
            return new VerifyLog(out).verify(arguments);
        } catch (IOException | IllegalArgumentException e) {
            out.println("The log cannot be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private int verify(List<String> arguments) throws IOException {
        Path directory = Path.of(arguments.get(0));
        List<String> options = arguments.subList(1, arguments.size());
        int keys = options.indexOf("--keys");
        ExportedLog log =
                keys < 0 ? ExportedLog.open(directory) : ExportedLog.open(directory, text(options.get(keys + 1)));
        boolean whole = whole(log.verify());
        Iterator<String> rest = options.iterator();
        while (rest.hasNext()) {
            whole &= check(log, rest.next(), rest.next());
        }
        if (keys < 0) {
            out.println("Its keys came with it; compare them with the log's:");
            out.print(log.verifierKeys());
        }
        return whole ? WHOLE : WRONG;
    }

    private boolean whole(Verification verification) {
        verification.problems().forEach(problem -> out.println("PROBLEM: " + problem));
        out.println(verification.size() + " entries; the log is " + (verification.isWhole() ? "whole." : "NOT whole."));
        return verification.isWhole();
    }

    private boolean check(ExportedLog log, String option, String value) throws IOException {
        return switch (option) {
            case "--keys" -> true; // used when the log was opened
            case "--since" -> continues(log, value);
            case "--entry" -> proof(log, value);
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    private boolean continues(ExportedLog log, String checkpoint) throws IOException {
        boolean continues = log.continues(text(checkpoint));
        out.println(
                continues
                        ? "It continues the older checkpoint."
                        : "PROBLEM: it does not continue the older checkpoint.");
        return continues;
    }

    private boolean proof(ExportedLog log, String entry) throws IOException {
        List<String> proof = log.proof(Long.parseLong(entry));
        out.println("Entry " + entry + " is in the log, by these hashes from its own up to the root:");
        proof.forEach(out::println);
        return true;
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }
}
