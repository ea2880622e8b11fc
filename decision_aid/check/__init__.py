"""What an author's file must satisfy: rules by family, and the proof over all answer states."""
