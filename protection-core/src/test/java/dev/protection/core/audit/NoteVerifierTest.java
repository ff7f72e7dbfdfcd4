package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes and keys that other programs made. */
class NoteVerifierTest {
    /** Of the package golang.org/x/mod/sumdb/note. */
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final byte[] GO_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """.getBytes(StandardCharsets.UTF_8);
    private static final String GO_LINE =
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    /** Of the example of C2SP signed-note. */
    private static final String C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String C2SP_LINE =
            "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";

    /** The ECDSA key of the public log rekor.sigstore.dev. */
    private static final String ECDSA_KEY =
            "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=";

    @Test
    void aNoteSignedByGoVerifies() {
        assertThat(NoteVerifier.parse(GO_KEY).hasSigned(GO_TEXT, List.of(GO_LINE)))
                .isTrue();
    }

    @Test
    void theExampleOfTheSpecificationVerifies() {
        byte[] text = "This is an example message.\n".getBytes(StandardCharsets.UTF_8);
        assertThat(NoteVerifier.parse(C2SP_KEY).hasSigned(text, List.of(C2SP_LINE)))
                .isTrue();
    }

    @Test
    void theIdOfAnEcdsaKeyIsTheOneThatOtherProgramsCompute() {
        assertThat(NoteVerifier.parse(ECDSA_KEY)).hasToString(ECDSA_KEY);
    }

    @Test
    void anotherTextDoesNotVerify() {
        byte[] other = "another text\n".getBytes(StandardCharsets.UTF_8);
        assertThat(NoteVerifier.parse(GO_KEY).hasSigned(other, List.of(GO_LINE)))
                .isFalse();
    }

    @Test
    void linesOfOtherKeysAndNonsenseAreIgnored() {
        NoteVerifier key = NoteVerifier.parse(GO_KEY);
        List<String> others = List.of(C2SP_LINE, "\u2014 PeterNeumann not-base64!", "", "\u2014 PeterNeumann");
        assertThat(key.hasSigned(GO_TEXT, others)).isFalse();
        assertThat(key.hasSigned(GO_TEXT, List.of(C2SP_LINE, "nonsense", GO_LINE)))
                .isTrue();
    }

    @Test
    void oneFalseSignatureOfTheKeySpoilsTheTrueOne() {
        String altered = GO_LINE.substring(0, GO_LINE.length() - 4) + "nAQ=";
        assertThat(NoteVerifier.parse(GO_KEY).hasSigned(GO_TEXT, List.of(GO_LINE, altered)))
                .isFalse();
    }

    @Test
    void malformedKeysAreRefused() {
        for (String key : List.of(
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                ECDSA_KEY.substring(0, ECDSA_KEY.length() - 4))) {
            assertThatThrownBy(() -> NoteVerifier.parse(key)).as(key).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
