package org.talenthub.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Transitions.Row;

class TransitionsTests {

    enum Door {
        OPEN,
        SHUT,
        LOCKED
    }

    enum Act {
        SHUT,
        OPEN,
        LOCK,
        UNLOCK
    }

    enum Who {
        GUEST,
        PORTER
    }

    private static final Row<Door, Act, Who> OPEN = new Row<>(Act.OPEN, Set.of(Who.values()), Set.of(Door.SHUT), Door.OPEN);

    private final Transitions<Door, Act, Who> doors = Transitions.of(
            "door",
            "action.not-now",
            new Row<>(Act.SHUT, Set.of(Who.values()), Set.of(Door.OPEN), Door.SHUT),
            OPEN,
            new Row<>(Act.LOCK, Set.of(Who.PORTER), Set.of(Door.OPEN, Door.SHUT), Door.LOCKED),
            new Row<>(Act.UNLOCK, Set.of(Who.PORTER), Set.of(Door.LOCKED), Door.SHUT));

    @Test
    void anActionLeadsOn() {
        assertThat(doors.step(Door.SHUT, Act.OPEN, Who.GUEST)).isEqualTo(Door.OPEN);
        assertThat(doors.to(Door.SHUT, Act.LOCK)).contains(Door.LOCKED);
        assertThat(doors.to(Door.LOCKED, Act.OPEN)).isEmpty();
    }

    @Test
    void whatOneMayDoNowIsSaidInOrder() {
        assertThat(doors.allowed(Door.SHUT, Who.PORTER)).containsExactly(Act.OPEN, Act.LOCK);
        assertThat(doors.allowed(Door.SHUT, Who.GUEST)).containsExactly(Act.OPEN);
        assertThat(doors.allowed(Door.LOCKED, Who.GUEST)).isEmpty();
    }

    @Test
    void tooEarlyIsAConflictThatSaysWhatIsAllowed() {
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(() -> doors.step(Door.LOCKED, Act.LOCK, Who.PORTER))
                .satisfies(p -> {
                    assertThat(p.status()).isEqualTo(409);
                    assertThat(p.code()).isEqualTo("action.not-now");
                    assertThat(p.allowed()).containsExactly("UNLOCK");
                });
    }

    @Test
    void whatIsNeverForOneIsForbiddenInEveryState() {
        for (Door state : Door.values()) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> doors.step(state, Act.LOCK, Who.GUEST))
                    .satisfies(p -> assertThat(p.status()).isEqualTo(403));
        }
    }

    @Test
    void aTableThatSaysTwoThingsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Transitions.of("door", "x", OPEN, OPEN));
    }
}
