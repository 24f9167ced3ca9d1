/**
 * Every computation on tensors: one file per op family holds its shape rule, its forward call to
 * the device's kernels and its gradient rule. {@link ganengine.engine.op.Op}'s permits clause is
 * the table of contents.
 */
package ganengine.engine.op;
