package org.talenthub.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0 | Edge · Windows
            Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36 | Chrome · Linux
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 | WeChat · iOS
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15 | Safari · macOS
            Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 | Chrome · Android
            curl/8.5.0 | curl
            something nobody knows | something nobody knows
            """)
    void isTold(String userAgent, String told) {
        assertThat(Browser.of(userAgent)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"'a\tb', a b", "'  ', ''"})
    void nothingStrangeIsKept(String userAgent, String told) {
        assertThat(Browser.of(userAgent)).isEqualTo(told);
        assertThat(Browser.of("x".repeat(5_000))).hasSize(60);
    }
}
