package org.upstander.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretGuardTest {

    @Test
    void aDemoSecretIsRefusedByTheNameOfItsVariable() {
        assertThatThrownBy(
                        () -> SecretGuard.check("UPSTANDER_LINK_KEY", "demo-link-key-long-enough"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UPSTANDER_LINK_KEY")
                .hasMessageNotContaining("demo-link-key");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> SecretGuard.check("UPSTANDER_LINK_KEY", "fifteen-letters"))
                .hasMessageContaining("16");
    }

    @Test
    void aLongRandomKeyPasses() {
        assertThatCode(() -> SecretGuard.check("UPSTANDER_LINK_KEY", "Zk8rT1mQw7yXb3Vn"))
                .doesNotThrowAnyException();
    }

    @Test
    void anAdminTokenMayBeShortButNoDemo() {
        assertThatCode(() -> SecretGuard.refuseDemo("UPSTANDER_ADMIN_TOKEN", "short"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> SecretGuard.refuseDemo("UPSTANDER_ADMIN_TOKEN", "demo-token"))
                .isInstanceOf(IllegalStateException.class);
    }
}
