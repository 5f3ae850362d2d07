package org.talenthub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagerTests {

    @Test
    void firstLastAndTheNeighboursAreShownWithGapsBetween() {
        Pager p = Pager.of(2_000, 50, 20, 10_000, n -> "?page=" + n);
        assertThat(p.pages()).isEqualTo(100);
        assertThat(p.numbers().stream().map(s -> s.gap() ? "…" : s.label()))
                .containsExactly("1", "…", "49", "50", "51", "52", "53", "…", "100");
        assertThat(p.previous()).isEqualTo("?page=49");
        assertThat(p.next()).isEqualTo("?page=51");
        assertThat(p.from()).isEqualTo(1_001);
        assertThat(p.to()).isEqualTo(1_020);
        assertThat(p.capped()).isFalse();
    }

    @Test
    void pagingEndsAtTheLimitAndSaysSo() {
        Pager p = Pager.of(48_211, 499, 20, 10_000, n -> "?page=" + n);
        assertThat(p.pages()).isEqualTo(500);
        assertThat(p.next()).isNull();
        assertThat(p.capped()).isTrue();
    }

    @Test
    void onePageHasNoWayOn() {
        Pager p = Pager.of(3, 0, 20, 10_000, n -> "?page=" + n);
        assertThat(p.pages()).isEqualTo(1);
        assertThat(p.previous()).isNull();
        assertThat(p.next()).isNull();
        assertThat(p.to()).isEqualTo(3);
    }

    @Test
    void nothingHasNoPages() {
        assertThat(Pager.of(0, 0, 20, 10_000, n -> "").pages()).isZero();
    }

    @Test
    void pastTheEndLeadsBackToTheLastPage() {
        Pager p = Pager.of(45, 9, 20, 10_000, n -> "?page=" + n);
        assertThat(p.previous()).isEqualTo("?page=2");
        assertThat(p.next()).isNull();
    }
}
