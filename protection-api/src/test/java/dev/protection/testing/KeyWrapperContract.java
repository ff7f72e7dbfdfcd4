package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link KeyWrapper} keeps. Extend it and say how one is opened. */
public abstract class KeyWrapperContract {
    private static final byte[] KEY = "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTEXT = {1, 2, 3};

    private KeyWrapper wrapper;

    /**
     * Opens a root key.
     *
     * @return the same root key each time within a test
     * @throws Exception when it cannot be opened
     */
    protected abstract KeyWrapper wrapper() throws Exception;

    @BeforeEach
    void openWrapper() throws Exception {
        wrapper = wrapper();
    }

    @Test
    void whatWasWrappedIsUnwrapped_alsoByAnotherNode() throws Exception {
        for (int length : new int[] {1, 16, 32, 500}) {
            byte[] key = new byte[length];
            key[length - 1] = 7;
            assertThat(wrapper().unwrap(wrapper.wrap(key, CONTEXT), CONTEXT)).isEqualTo(key);
        }
    }

    @Test
    void wrappingTwiceGivesDifferentBytesAndShowsNothing() {
        WrappedKey one = wrapper.wrap(KEY, CONTEXT);
        assertThat(one.bytes()).isNotEqualTo(wrapper.wrap(KEY, CONTEXT).bytes());
        assertThat(HexFormat.of().formatHex(one.bytes()))
                .doesNotContain(HexFormat.of().formatHex(KEY));
    }

    @Test
    void anotherContextDoesNotOpen() {
        WrappedKey wrapped = wrapper.wrap(KEY, CONTEXT);
        assertThatThrownBy(() -> wrapper.unwrap(wrapped, new byte[] {1, 2, 4})).isInstanceOf(WrappedKeyException.class);
    }

    @Test
    void anEmptyContextIsRefused() {
        assertThatThrownBy(() -> wrapper.wrap(KEY, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] bytes = wrapper.wrap(KEY, CONTEXT).bytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> wrapper.unwrap(WrappedKey.of(changed), CONTEXT))
                    .isInstanceOf(WrappedKeyException.class);
        }
    }

    @Test
    void itsTextsHoldNoKey() {
        wrapper.wrap(KEY, CONTEXT);
        assertThat(wrapper.name()).isNotBlank();
        assertThat(wrapper + wrapper.name()).doesNotContain(new String(KEY, StandardCharsets.US_ASCII));
    }
}
