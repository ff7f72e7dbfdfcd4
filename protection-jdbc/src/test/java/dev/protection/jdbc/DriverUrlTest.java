package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:protected:postgresql://h/d?protection=a.yaml|jdbc:postgresql://h/d|a.yaml",
                "jdbc:protected:postgresql://h:1/d?user=u&protection=classpath:p.yaml&ssl=true"
                        + "|jdbc:postgresql://h:1/d?user=u&ssl=true|classpath:p.yaml",
                "jdbc:protected:postgresql://h/d?protection=%2Fetc%2Fmy+app%2Fp.yaml|jdbc:postgresql://h/d|/etc/my+app/p.yaml",
                "jdbc:protected:mariadb://h1,h2/d?PROTECTION=x&a=b|jdbc:mariadb://h1,h2/d?a=b|x",
                "jdbc:protected:h2:mem:t;PROTECTION=x;DB_CLOSE_DELAY=-1|jdbc:h2:mem:t;DB_CLOSE_DELAY=-1|x",
                "jdbc:protected:h2:mem:t;protection=classpath:p.yaml|jdbc:h2:mem:t|classpath:p.yaml",
                "jdbc:protected:h2:mem:t;INIT=SET A 1\\;SET B 2;PROTECTION=x|jdbc:h2:mem:t;INIT=SET A 1\\;SET B 2|x",
                "JDBC:Protected:h2:mem:t;PROTECTION=x|jdbc:h2:mem:t|x",
            })
    void parameter_isTakenOutOfTheUrl(String url, String inner, String location) {
        assertThat(DriverUrl.parse(url)).isEqualTo(new DriverUrl(inner, Optional.of(location)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h2:mem:t;DB_CLOSE_DELAY=-1",
                "postgresql://h/d?user=u&password=protection=x",
                "mariadb://h/protection=d",
                "postgresql:d"
            })
    void urlWithoutParameter_reachesTheDriverUnchanged(String rest) {
        assertThat(DriverUrl.parse("jdbc:protected:" + rest))
                .isEqualTo(new DriverUrl("jdbc:" + rest, Optional.empty()));
    }

    @Test
    void toString_hidesPasswords() {
        assertThat(DriverUrl.parse("jdbc:protected:postgresql://h/d?password=secret"))
                .hasToString("jdbc:postgresql:");
    }
}
