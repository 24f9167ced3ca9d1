/**
 * Proof that the gradients are right: {@link ganengine.engine.check.OpCases} lists every op, {@link
 * ganengine.engine.check.GradientCheck} compares its gradients with finite differences in double,
 * {@link ganengine.engine.check.DeviceCheck} compares the float devices with the double one.
 */
package ganengine.engine.check;
