package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SplicerProperties {
    @Property(tries = 200)
    void splicingNothing_isIdentity(@ForAll("statements") StatementFile.Expected statement) {
        String sql = statement.sql();
        List<Token> tokens = Tokenizer.tokens(sql, statement.dialect());
        Template template = new Splicer(sql, tokens, new Edits()).whole();
        assertThat(RewriteCheck.rendered(template.pieces())).isEqualTo(sql);
    }

    @Property(tries = 200)
    void replacingATokenByItself_changesNothing_andPassesTheCheck(
            @ForAll("statements") StatementFile.Expected statement, @ForAll int which) {
        String sql = statement.sql();
        List<Token> tokens = Tokenizer.tokens(sql, statement.dialect());
        Token token = tokens.get(Math.floorMod(which, tokens.size()));
        Edits edits = new Edits();
        edits.replace(token.span(), List.of(new Piece.Text(token.span().of(sql))));
        Template template = new Splicer(sql, tokens, edits).whole();
        new RewriteCheck(sql, tokens, statement.dialect(), SqlMode.of(statement.dialect())).check(edits, template);
        assertThat(RewriteCheck.rendered(template.pieces())).isEqualTo(sql);
    }

    @Provide
    Arbitrary<StatementFile.Expected> statements() {
        return Arbitraries.of(Stream.of("handled.txt", "dialects.txt", "definitions.txt")
                .flatMap(file -> StatementFile.expected(file).stream())
                .toList());
    }
}
