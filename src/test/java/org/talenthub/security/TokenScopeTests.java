package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenScopeTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/talents            | read
            GET    | /api/v1/talents/0A/links   | read
            HEAD   | /api/v1/demands            | read
            GET    | /api/v1/imports/0A         | read import
            GET    | /api/v1/feeds              | read import
            POST   | /api/v1/imports            | import
            POST   | /api/v1/imports/0A/commit  | import
            DELETE | /api/v1/imports/0A         | import
            GET    | /api/v1/exports/talents.csv| export
            GET    | /api/v1/demands/0A/candidates      | read
            GET    | /api/v1/demands/0A/candidates.xlsx | export
            GET    | /api/v1/talents/0A/demands.xlsx    | export
            POST   | /api/v1/tokens             |
            DELETE | /api/v1/tokens/0A          |
            POST   | /api/v1/accounts           |
            POST   | /api/v1/talents/0A/unmask  |
            POST   | /api/v1/importsx           |
            POST   | /api/v1/admin/reindex      |
            """)
    void whatEachScopeCovers(String method, String path, String scopes) {
        for (TokenScope scope : TokenScope.values()) {
            assertThat(scope.covers(method, path))
                    .as("%s %s %s", scope, method, path)
                    .isEqualTo(scopes != null && scopes.contains(scope.word()));
        }
    }

    @Test
    void theirWordsAreThoseOfTheContract() {
        assertThat(TokenScope.of("read")).contains(TokenScope.READ);
        assertThat(TokenScope.of("import")).contains(TokenScope.IMPORT);
        assertThat(TokenScope.of("export")).contains(TokenScope.EXPORT);
        assertThat(TokenScope.of("READ")).isEmpty();
    }
}
