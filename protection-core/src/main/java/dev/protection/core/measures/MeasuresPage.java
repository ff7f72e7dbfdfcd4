package dev.protection.core.measures;

import dev.protection.measures.Evidence;
import dev.protection.measures.Measure;
import dev.protection.measures.MeasureStatus;
import dev.protection.measures.MeasuresReport;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Prints a report for people, in Markdown. */
public final class MeasuresPage {
    private static final int HASH_SHOWN = 16;

    private final PrintStream out;

    /**
     * Makes a page.
     *
     * @param out takes the lines
     */
    public MeasuresPage(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints a report.
     *
     * @param report the report
     */
    public void print(MeasuresReport report) {
        out.println("# Technical and organisational measures");
        out.println();
        out.println("As of " + report.asOf() + ". Text " + report.textHash() + ".");
        out.println(Arrays.stream(MeasureStatus.values())
                .map(status -> status.inWords() + ": " + report.count(status))
                .collect(Collectors.joining(", ", "", ".")));
        report.sentences().forEach(this::sentence);
        if (!report.findings().isEmpty()) {
            out.println();
            out.println("## Weaker than it should be");
            out.println();
            report.findings().forEach(finding -> out.println("- " + finding));
        }
    }

    private void sentence(MeasuresReport.Sentence sentence) {
        Measure measure = sentence.measure();
        out.println();
        out.println("## " + measure.id() + ": " + sentence.status().inWords());
        out.println();
        out.println(measure.text());
        out.println();
        out.println("- rests on: " + measure.assurance().inWords() + "; owner: " + measure.owner()
                + measure.review().map(day -> "; next review: " + day).orElse(""));
        sentence.reasons().forEach(reason -> out.println("- why: " + reason));
        sentence.evidence().forEach(this::evidence);
        measure.attestation()
                .ifPresent(attested ->
                        out.println("- attested by " + attested.by() + ": " + attested.document() + ", SHA-256 "
                                + attested.sha256().substring(0, HASH_SHOWN) + "..., until " + attested.until()));
        sentence.claims().forEach(claim -> out.println("- wording: " + claim));
    }

    private void evidence(Evidence evidence) {
        String facts = evidence.facts().entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", "));
        out.println("- evidence " + evidence.id() + " (" + evidence.hash().substring(0, HASH_SHOWN) + "...): "
                + evidence.control().method() + ": " + facts);
    }
}
