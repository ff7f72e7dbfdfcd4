package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SortedValuesProperties {
    /** Characters on both sides of the surrogates, which UTF-16 and UTF-8 order differently. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(0x20, 0x61, 0x62, 0xE5, 0xD7FF, 0xE000, 0xFF21, 0xFFFD, 0x10000, 0x1F389, 0x10FFFF)
                .list()
                .ofMaxSize(4)
                .map(points -> points.stream().map(Character::toString).collect(Collectors.joining()));
    }

    @Property
    void textIsComparedAsItsBytesInUtf8(@ForAll("texts") String left, @ForAll("texts") String right) {
        int bytes =
                Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(SortedValues.byCodePoint(left, right))).isEqualTo(Integer.signum(bytes));
    }
}
