package org.upstander.alert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named parameters as the driver takes them. */
class StatementTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "select 1 | select 1 | ",
                "a = :a | a = $1 | a",
                "a = :a and b = :b or a = :a | a = $1 and b = $2 or a = $3 | a,b,a",
                "cast(:rows as jsonb) | cast($1 as jsonb) | rows",
                "x::text = :x | x::text = $1 | x",
                "x = ':no' and y = :y | x = ':no' and y = $1 | y",
                "x = 'it''s :no' and y = :y_2 | x = 'it''s :no' and y = $1 | y_2",
                "interval '1:30' | interval '1:30' | "
            })
    void eachOccurrenceIsAParameterOfItsOwn(String sql, String text, String names) {
        Statement statement = Statement.of(sql);
        assertThat(statement.text()).isEqualTo(text);
        assertThat(String.join(",", statement.names())).isEqualTo(names == null ? "" : names);
    }
}
